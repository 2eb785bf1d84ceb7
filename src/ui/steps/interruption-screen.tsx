import { isAnswered } from '../../domain/finding.ts'
import { subjectIdInWords } from '../../report/subject-words.ts'
import { Page } from '../shell/page.tsx'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { Evidence } from './evidence.tsx'
import { ResponseForm } from './response-form.tsx'
import { reviewWords as words } from './review-words.ts'

/** Same-day safety prompts that nobody has answered. They never lock the practitioner out. */
export function InterruptionScreen() {
  const { view, findings } = useWorkspace()
  const nav = useNav()
  const open = findings
    .filter((f) => f.rule.family === 'safety')
    .flatMap((f) => f.evidence.map((e) => ({ rule: f.rule, ...e })))
    .filter((e) => !isAnswered(view, e.rule.id, e))
  return (
    <Page title={words.now}>
      <p>{words.nowLead}</p>
      {open.map((e) => {
        const about = subjectIdInWords(view, e.subject)
        return (
          <section className="nhsuk-warning-callout" key={`${e.rule.id}|${e.subject}`}>
            <h2 className="nhsuk-warning-callout__label">
              {e.rule.id}
              {about && `: ${about}`}
            </h2>
            <p className="nhsuk-body-l">{e.rule.prompt}</p>
            {e.rule.awaitsSignOff && <p className="nhsuk-hint">{words.awaitsSignOff}</p>}
            <Evidence slots={e.because} />
            <ResponseForm rule={e.rule.id} evidence={e} label={words.whatDone} save={words.saveAnswer} urgent />
          </section>
        )
      })}
      <button type="button" className="nhsuk-button" onClick={nav.carryOn}>
        {words.carryOn}
      </button>
    </Page>
  )
}

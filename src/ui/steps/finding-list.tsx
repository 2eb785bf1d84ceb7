import { byFamily, type Finding } from '../../domain/finding.ts'
import { subjectIdInWords } from '../../report/subject-words.ts'
import { SourcesDetails } from '../questions/sources-details.tsx'
import { useWorkspace } from '../workspace.ts'
import { Evidence } from './evidence.tsx'
import { ResponseForm } from './response-form.tsx'
import { reviewWords as words } from './review-words.ts'

/** What the answers raise, as questions: no total, no grade, each with the answers that raised it. */
export function FindingList() {
  const { findings } = useWorkspace()
  return byFamily(findings).map(({ family, findings: here }) => {
    if (here.length === 0) return null
    return (
      <section key={family} aria-labelledby={`family-${family}`}>
        <h2 className="nhsuk-heading-m" id={`family-${family}`}>
          {words.families[family]}
        </h2>
        {here.map((f) => (
          <FindingCard key={f.rule.id} finding={f} />
        ))}
      </section>
    )
  })
}

function FindingCard({ finding: { rule, evidence } }: { finding: Finding }) {
  const { view } = useWorkspace()
  return (
    <article className="linnet-thing" id={`finding-${rule.id}`} tabIndex={-1}>
      <h3 className="nhsuk-heading-s">{words.prompt(rule)}</h3>
      <p className="nhsuk-hint">
        {rule.id}: {rule.when}
        {rule.awaitsSignOff && ` ${words.awaitsSignOff}`}
      </p>
      <SourcesDetails summary={words.findingFrom} requirements={rule.requirements} />
      {evidence.map((e) => {
        const about = subjectIdInWords(view, e.subject)
        return (
          <div key={e.subject}>
            {about && (
              <p>
                <strong>
                  {words.about} {about}
                </strong>
              </p>
            )}
            <Evidence slots={e.because} />
            <ResponseForm
              rule={rule.id}
              evidence={e}
              label={rule.family === 'safety' ? words.whatDone : words.lookedAt}
              hint={rule.family === 'safety' ? undefined : words.lookedAtHint}
              save={words.lookedAtSave}
              urgent={rule.family === 'safety'}
            />
          </div>
        )
      })}
    </article>
  )
}

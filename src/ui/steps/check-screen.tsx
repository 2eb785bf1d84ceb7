import { claimsOf } from '../../domain/claims.ts'
import { noPromptFired } from '../../domain/finding.ts'
import { unknownsOf } from '../../domain/progress.ts'
import { blockersOf } from '../../domain/sign-off.ts'
import { unshowableIn } from '../../domain/unshowable.ts'
import { claimWords } from '../../report/claim-words.ts'
import { aboutOf, questionOf } from '../../report/slot-words.ts'
import { recordWords } from '../../report/words.ts'
import { ClaimWhy } from '../claims/claim-why.tsx'
import { Page } from '../shell/page.tsx'
import { useWorkspace } from '../workspace.ts'
import { AnswerList } from './answer-list.tsx'
import { useNav } from './assessment-nav.ts'
import { ChildCards } from './child-cards.tsx'
import { ConflictList } from './conflict-list.tsx'
import { SlotLink } from './evidence.tsx'
import { FindingList } from './finding-list.tsx'
import { reviewWords as words } from './review-words.ts'
import { SignOff } from './sign-off.tsx'

/** All that was recorded, all that is not known, and what the answers ask to be looked at again. */
export function CheckScreen() {
  const { view, findings, raised, unreadable, sealed } = useWorkspace()
  const blockers = blockersOf(view, findings)
  const unknowns = unknownsOf(view.pack, view, raised)
  const notShown = unreadable + unshowableIn(view).length
  return (
    <Page title={words.check}>
      <ChildCards />
      <p>{words.checkLead}</p>
      {sealed > 0 && <p className="nhsuk-inset-text">{words.sealed(sealed)}</p>}
      {notShown > 0 && <p className="nhsuk-inset-text">{words.unreadable(notShown)}</p>}
      {noPromptFired(findings) && <p className="nhsuk-inset-text">{words.noPrompts(unknowns.length)}</p>}
      <ConflictList />
      <FindingList />
      <Claims />
      <section aria-labelledby="unknowns">
        <h2 className="nhsuk-heading-m" id="unknowns">
          {words.unknowns}
        </h2>
        <p>
          {words.unknownCount(unknowns.length)}. {words.unknownsLead}
        </p>
        {view.pack.steps.map((step) => {
          const here = unknowns.filter((u) => view.question(u.question)?.step === step.id)
          if (here.length === 0) return null
          return (
            <details className="nhsuk-details" key={step.id}>
              <summary className="nhsuk-details__summary">
                <span className="nhsuk-details__summary-text">
                  {step.name} ({here.length})
                </span>
              </summary>
              <ul className="nhsuk-list nhsuk-details__text">
                {here.map((u) => (
                  <li key={`${u.question}|${u.subject}`}>
                    <UnknownLine question={u.question} subject={u.subject} /> {recordWords.blanks[u.blank]}
                    {u.why && `: ${u.why}`}
                  </li>
                ))}
              </ul>
            </details>
          )
        })}
      </section>
      <section aria-labelledby="answers">
        <h2 className="nhsuk-heading-m" id="answers">
          {words.answers}
        </h2>
        {view.pack.steps.map((step) => (
          <AnswerList key={step.id} step={step} />
        ))}
      </section>
      {blockers.length > 0 && (
        <section aria-labelledby="blockers">
          <h2 className="nhsuk-heading-m" id="blockers">
            {words.blockers}
          </h2>
          <p>{words.blockersLead}</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {blockers.map((b) => (
              <li key={JSON.stringify(b)}>
                {words.blocker[b.kind]}:{' '}
                {b.kind === 'safety-prompt-unanswered' ? (
                  <a href={`#finding-${b.rule}`}>{b.rule}</a>
                ) : (
                  <SlotLink slot={b.slot} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <SignOff blockers={blockers.length} />
    </Page>
  )
}

function UnknownLine({ question, subject }: { question: string; subject: string }) {
  const { view } = useWorkspace()
  const nav = useNav()
  const about = aboutOf(view, { question, subject })
  const step = view.question(question)?.step
  return (
    <button type="button" className="linnet-link" onClick={() => step && nav.visit(step, { question })}>
      {about && `${about}: `}
      {questionOf(view, { question, subject })}
    </button>
  )
}

function Claims() {
  const { view } = useWorkspace()
  const nav = useNav()
  const claims = claimsOf(view)
  return (
    <section aria-labelledby="claims">
      <h2 className="nhsuk-heading-m" id="claims">
        {words.claims}
      </h2>
      {claims.length === 0 && <p>{words.noClaims}</p>}
      {claims.map((c) => (
        <div className="linnet-thing" key={c.subject}>
          <p>
            <button type="button" className="linnet-link" onClick={() => nav.visit('TRI', { question: 'TRI-02' })}>
              {c.label || claimWords.noLabel}
            </button>
            : <strong>{recordWords.claimStatuses[c.status]}</strong>
          </p>
          <ClaimWhy claim={c} />
          <ul className="nhsuk-list nhsuk-list--bullet">
            {c.findings.map((f) => (
              <li key={`${f.slot.subject}|${f.finding}`}>
                {recordWords.sources[f.source]}: {recordWords.findingWords[f.finding]}
                {f.confidential && `. ${claimWords.confidential}`}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

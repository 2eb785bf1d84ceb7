import { outstandingIn } from '../../domain/completion.ts'
import type { Slot } from '../../domain/entry.ts'
import { askedIn } from '../../domain/relevance.ts'
import { saferSleepOf } from '../../domain/safer-sleep.ts'
import { outstandingInWords } from '../../report/outstanding-words.ts'
import { adultTable, babyTable, nameOf, nightTable, placeTable, planTable } from '../../report/sleep/sleep-tables.ts'
import { sleepWords as words } from '../../report/sleep/words.ts'
import { LinkedCells } from '../pictures/linked-table.tsx'
import { useNav } from '../steps/assessment-nav.ts'
import { useWorkspace } from '../workspace.ts'
import { SleepMessages } from './sleep-messages.tsx'

/** Who settles the baby and where, on one page; every word leads to the question that it comes from. */
export function SleepPanel() {
  const { view, raised } = useWorkspace()
  const nav = useNav()
  const step = view.pack.steps.find((s) => s.id === 'SLP')
  const asked = step ? askedIn(step, view, raised, true) : []
  if (!step || asked.length === 0) return null
  const sleep = saferSleepOf(view)
  const outstanding = outstandingIn(step, view, asked)
  const open = (slot: Slot) =>
    nav.visit(view.question(slot.question)?.step ?? 'SLP', { question: slot.question, subject: slot.subject })
  const asksLastNight = asked.some((a) => a.question.id === 'SLP-09')
  return (
    <section className="linnet-panel" aria-labelledby="sleep-glance">
      <h2 className="nhsuk-heading-m" id="sleep-glance">
        {words.glance}
      </h2>
      <p className="nhsuk-hint">{words.glanceLead}</p>
      <h3 className="nhsuk-heading-s">{words.outstanding}</h3>
      {outstanding.length === 0 ? (
        <p>{words.complete}</p>
      ) : (
        <ul className="linnet-outstanding">
          {outstanding.map((o) => (
            <li key={`${o.question} ${o.subject}`}>
              <button type="button" className="linnet-link" onClick={() => open(o)}>
                {outstandingInWords(view, o)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {sleep.adults.length > 0 ? (
        <LinkedCells caption={words.adults} table={adultTable(view)} onOpen={open} />
      ) : (
        <p>{words.noAdults}</p>
      )}
      {sleep.careNotKnown.length > 0 && (
        <p>{words.careNotKnown(sleep.careNotKnown.map((p) => nameOf(view, p)).join(', '))}</p>
      )}
      {sleep.places.length > 0 ? (
        <LinkedCells caption={words.places} table={placeTable(view)} onOpen={open} />
      ) : (
        <p>{words.noPlaces}</p>
      )}
      {asksLastNight && <LinkedCells caption={words.nights} table={nightTable(view)} onOpen={open} />}
      <LinkedCells caption={words.baby} table={babyTable(view)} onOpen={open} />
      {sleep.plans.length > 0 ? (
        <LinkedCells caption={words.plans} table={planTable(view)} onOpen={open} />
      ) : (
        <p>{words.noPlans}</p>
      )}
      <SleepMessages />
      <button type="button" className="nhsuk-button" onClick={nav.openFamilySheet}>
        {words.sheet}
      </button>
      <p className="nhsuk-hint">{words.sheetWhy}</p>
    </section>
  )
}

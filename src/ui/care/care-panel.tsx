import '../layout/panels.css'
import { type ChildCare, capacityOf } from '../../domain/capacity.ts'
import type { Slot } from '../../domain/entry.ts'
import { dayTable, factsInWords, nameOf, stateTable, taskTable } from '../../report/care/care-tables.ts'
import { careWords as words } from '../../report/care/words.ts'
import { dayLine } from '../../report/pictures/day-line.ts'
import { LinkedCells } from '../pictures/linked-table.tsx'
import { WidePicture } from '../pictures/wide-picture.tsx'
import { useNav } from '../steps/assessment-nav.ts'
import { useWorkspace } from '../workspace.ts'

/** Who cares for each child, hour by hour, task by task and state by state; each word leads to its question. */
export function CarePanel() {
  const { view } = useWorkspace()
  const nav = useNav()
  const all = capacityOf(view)
  if (all.length === 0) return null
  const open = (slot: Slot) => nav.visit('CAP', slot)
  return (
    <section className="linnet-panel" aria-labelledby="care-glance">
      <h2 className="nhsuk-heading-m" id="care-glance">
        {words.title}
      </h2>
      <p className="nhsuk-hint">{words.lead}</p>
      {all.map((care) => (
        <OneChild key={care.child} care={care} onOpen={open} />
      ))}
    </section>
  )
}

function OneChild({ care, onOpen }: { care: ChildCare; onOpen(slot: Slot): void }) {
  const { view } = useWorkspace()
  const name = nameOf(view, care.child)
  const facts = factsInWords(view, care.facts)
  const figure = dayLine(view, care)
  const states = stateTable(view, care)
  const captioned = (caption: string) => `${caption}: ${name}`
  return (
    <section aria-label={words.childTitle(name)}>
      <h3 className="nhsuk-heading-s">{words.childTitle(name)}</h3>
      {facts.length === 0 && <p>{words.noFacts}</p>}
      {facts.map((group) => (
        <div key={group.title}>
          <p className="linnet-sheet__title">{group.title}</p>
          <ul className="linnet-outstanding">
            {group.lines.map((line) => (
              <li key={line.text}>
                <button type="button" className="linnet-link" onClick={() => onOpen(line.slot)}>
                  {line.text}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {figure && <WidePicture figure={figure} title={captioned(words.day)} />}
      {care.day.length > 0 ? (
        <LinkedCells caption={captioned(words.day)} table={dayTable(view, care)} onOpen={onOpen} />
      ) : (
        <p>
          {words.noDay}{' '}
          <button
            type="button"
            className="linnet-link"
            onClick={() => onOpen({ question: 'CAP-14', subject: care.child })}
          >
            {words.addDay}
            <span className="nhsuk-u-visually-hidden">: {name}</span>
          </button>
        </p>
      )}
      {care.tasks.some((t) => t.byAdult.some((a) => a.held.length > 0)) && (
        <LinkedCells caption={captioned(words.tasks)} table={taskTable(view, care)} onOpen={onOpen} />
      )}
      {states.rows.length > 0 && <LinkedCells caption={captioned(words.states)} table={states} onOpen={onOpen} />}
    </section>
  )
}

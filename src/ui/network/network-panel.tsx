import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { networkOf } from '../../domain/network.ts'
import type { RecordView } from '../../domain/view.ts'
import { missingInWords } from '../../report/network-missing-words.ts'
import { changesTable, checksTable, peopleTable, tiesTable } from '../../report/network-tables.ts'
import { networkWords as reported } from '../../report/network-words.ts'
import type { Figure } from '../../report/pdf/blocks.ts'
import { ecomap } from '../../report/pictures/ecomap.ts'
import { genogram } from '../../report/pictures/genogram.ts'
import { networkTimeline } from '../../report/pictures/network-timeline.ts'
import { WidePicture } from '../pictures/wide-picture.tsx'
import { useNav } from '../steps/assessment-nav.ts'
import { useWorkspace } from '../workspace.ts'
import { GroupedTable, TableOfWords } from './table-of-words.tsx'
import { networkPanelWords as words } from './words.ts'

/** The network in pictures, each with a table of the same, and what is not recorded yet with a way to it. */
export default function NetworkPanel() {
  const workspace = useWorkspace()
  // An answer is on the screen before the pictures are drawn anew.
  const view = useDeferredValue(workspace.view)
  const { withPrivate } = workspace
  const drawn = useMemo(() => drawnFrom(view, withPrivate), [view, withPrivate])
  const { people, children, services } = networkOf(view)
  return (
    <section className="linnet-network__panel" aria-label={reported.title}>
      <h2 className="nhsuk-heading-m">{reported.title}</h2>
      <p>{reported.lead}</p>
      <Missing view={view} />
      {people.length + children.length + services.length === 0 ? (
        <p>{reported.nobody}</p>
      ) : (
        <>
          <Part title={reported.map} figure={drawn.map}>
            {!withPrivate && <p className="nhsuk-hint">{reported.riskHidden}</p>}
            <GroupedTable table={drawn.people} />
          </Part>
          <Part title={reported.around} figure={drawn.around}>
            <TableOfWords table={drawn.ties} />
          </Part>
          <Part title={reported.checks}>
            <TableOfWords table={drawn.checks} />
          </Part>
          <Part title={reported.changes} figure={drawn.timeline}>
            <TableOfWords table={drawn.changes} />
          </Part>
        </>
      )}
    </section>
  )
}

const drawnFrom = (view: RecordView, withPrivate: boolean) => ({
  map: genogram(view),
  around: ecomap(view),
  timeline: networkTimeline(view),
  people: peopleTable(view, withPrivate),
  ties: tiesTable(view),
  checks: checksTable(view),
  changes: changesTable(view),
})

function Part({ title, figure, children }: { title: string; figure?: Figure | undefined; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="nhsuk-heading-s">{title}</h3>
      {figure && <WidePicture figure={figure} title={title} />}
      {children}
    </section>
  )
}

/** Sentences on who and what is not recorded, each with a way to the question. */
function Missing({ view }: { view: RecordView }) {
  const nav = useNav()
  const rows = missingInWords(view)
  if (rows.length === 0) return <p>{reported.nothingMissing}</p>
  return (
    <section className="nhsuk-inset-text" aria-label={reported.missing}>
      <h3 className="nhsuk-heading-s">{reported.missing}</h3>
      <p>{reported.missingLead}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {rows.map(({ what, subject, question, text }) => (
          <li key={`${what}|${subject}`}>
            {text}{' '}
            <button
              type="button"
              className="linnet-link"
              onClick={() => nav.visit(view.question(question)?.step ?? '', { question })}
            >
              {words.addHere}
              <span className="nhsuk-u-visually-hidden">: {text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

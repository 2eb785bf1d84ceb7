import { type Answer, cells, chosen } from '../../../domain/answer.ts'
import type { RecordView } from '../../../domain/view.ts'
import { saying } from './facts.ts'

/** What services of these kinds report about this adult; a report that names nobody may be about them. */
export function serviceReports(view: RecordView, adult: string, ...kinds: readonly string[]): Answer[] {
  const services = new Set(saying(view, 'AGY-01', 'type', ...kinds).map((s) => s.subject))
  return view
    .answers('AGY-04')
    .filter((r) => services.has(r.subject))
    .filter((r) => {
      const named = chosen(r, 'about')
      return named.length === 0 || named.includes(adult)
    })
}

/** What two services hold about one thing, where one holds that it is so and another that it is not. */
export function factsThatDiffer(view: RecordView): Answer[] {
  const held = view.answers('AGY-03').map((answer) => ({ answer, rows: cells(answer, 'held') }))
  const rows = [...new Set(held.flatMap((h) => Object.keys(h.rows)))]
  const differing = rows.flatMap((row) => {
    const holding = (cell: string) => held.filter((h) => h.rows[row] === cell).map((h) => h.answer)
    const [yes, no] = [holding('yes'), holding('no')]
    return yes.some((y) => no.some((n) => n.subject !== y.subject)) ? [...yes, ...no] : []
  })
  // A practitioner may also say that facts differ which have no row; it stands beside what the others told.
  const told = saying(view, 'AGY-03', 'facts', 'differ')
  const beside = told.length > 0 ? view.answers('AGY-03').filter((a) => !told.includes(a)) : []
  return [...new Set([...differing, ...told, ...beside])]
}

import type { PartValue } from '../../../src/domain/answer.ts'
import type { Option, Part, Question } from '../../../src/domain/question.ts'
import type { RecordView } from '../../../src/domain/view.ts'
import { isShown, rawOf } from '../../../src/ui/questions/form-state.ts'

/** An answer to fill in at the screen: a value for every part that is shown with it. */
export type Filling = Readonly<Record<string, PartValue>>

type Turn = 0 | 1 | 2

/** Answers that between them show every part of a question. */
export function fillings(question: Question, view: RecordView): readonly Filling[] {
  const all = [filling(question, view, 0)]
  for (const part of question.parts) {
    if (part.when && !all.some((f) => part.id in f)) all.push(filling(question, view, 0, part))
  }
  return all
}

/**
 * Turn 0 holds all that a part can hold; 1 and 2 hold little, and differ in every part that can hold two values. With
 * `showing`, that part is among those shown.
 */
export function filling(question: Question, view: RecordView, turn: Turn, showing?: Part): Filling {
  const asked = new Set(question.parts.flatMap((p) => p.when?.part ?? []))
  const controlling = question.parts.filter((p) => asked.has(p.id))
  const steering = Object.fromEntries(
    controlling.map((p) => {
      const wanted = showing?.when?.part === p.id ? showing.when.is[0] : undefined
      const value = wanted === undefined ? valueFor(p, view, turn) : p.kind === 'multi' ? [wanted] : wanted
      return [p.id, value]
    }),
  )
  const raw = rawOf(question, { parts: steering })
  const shown = question.parts.filter((p) => p.kind !== 'origin' && isShown(p, raw))
  return Object.fromEntries(shown.map((p) => [p.id, steering[p.id] ?? valueFor(p, view, turn)]))
}

function valueFor(part: Part, view: RecordView, turn: Turn): PartValue {
  switch (part.kind) {
    case 'single':
      return at(part.options, turn % part.options.length)
    case 'multi':
      return turn === 0 ? part.options.filter((o) => !o.exclusive).map((o) => o.id) : [at(part.options, turn - 2)]
    case 'number': {
      const step = part.decimals ? 0.5 : 1
      return part.min + step * (turn + 1) <= part.max ? part.min + step * (turn + 1) : part.min + (turn % 2)
    }
    case 'date':
      if (turn !== 1) return { on: '2026-03-04' }
      return part.approximate ? { on: '2025-11', about: true } : { on: '2025-11-30' }
    case 'time':
      return turn === 1 ? '23:40' : '07:05'
    case 'text':
    case 'verbatim':
      return turn !== 1 ? `What was said of ${part.id}` : `Something else about ${part.id}: “so-so”`
    case 'grid':
      return Object.fromEntries(
        part.rows
          .slice(0, turn === 0 ? undefined : 2)
          .map((r, i) => [r.id, at(part.cells, (i + turn) % part.cells.length)]),
      )
    case 'drinks':
      return turn === 0
        ? [
            { what: 'Can', ml: 500, strength: 7.5, count: 3 },
            { what: 'Whatever was there', ml: 175 },
          ]
        : [{ what: 'Pint', ml: 568, strength: 4, count: turn }]
    case 'origin':
      throw new Error('Nobody types where an answer came from')
    case 'people': {
      const first = view.subjects(part.of)[0]
      if (!first) throw new Error(`Nobody to choose for ${part.id}`)
      return [first.id]
    }
    case 'contact':
      return turn === 0
        ? { name: 'Jo Field', role: 'Social worker', phone: '01632 960 111', email: 'jo@example.org' }
        : { name: turn === 1 ? 'Kit Marsh' : 'Jo Field' }
  }
}

function at(options: readonly Option[], n: number): string {
  const option = options.at(n)
  if (!option) throw new Error('No such option')
  return option.id
}

import { childCards } from '../../report/child-card.ts'
import { useWorkspace } from '../workspace.ts'
import { stepWords as words } from './words.ts'

/** The children, in sight on every page of the assessment. */
export function ChildCards() {
  const { view, findings } = useWorkspace()
  const cards = childCards(view, findings)
  return (
    <section className="linnet-cards" aria-label={words.cards}>
      {cards.length === 0 && <p>{words.noChildYet}</p>}
      {cards.map((c) => (
        <p key={c.id} className="linnet-card">
          <strong>{c.name}</strong> <span>{c.age}</span> {c.sleeps && <span>{c.sleeps}</span>}{' '}
          {c.seen && <span>{c.seen}</span>} {c.open > 0 && <span>{words.openWorries(c.open)}</span>}
        </p>
      ))}
    </section>
  )
}

import { Fragment } from 'react'
import { childCards } from '../../report/child-card.ts'
import { useWorkspace } from '../workspace.ts'
import { stepWords as words } from './words.ts'

/** The children, in sight on every page of the assessment. */
export function ChildCards() {
  const { view, findings } = useWorkspace()
  const cards = childCards(view, findings)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: in large text it scrolls, and a keyboard has to reach that
    <section className="linnet-cards" aria-label={words.cards} tabIndex={0}>
      {cards.length === 0 && <p>{words.noChildYet}</p>}
      {cards.map((c) => (
        <p key={c.id} className="linnet-card">
          <strong>{c.name}</strong>
          {[c.age, c.sleeps, c.seen, c.open > 0 && words.openWorries(c.open)].map(
            (piece) =>
              piece && (
                <Fragment key={piece}>
                  {' '}
                  <span>{piece}</span>
                </Fragment>
              ),
          )}
        </p>
      ))}
    </section>
  )
}

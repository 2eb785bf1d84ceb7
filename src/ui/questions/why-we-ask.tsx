import { useState } from 'react'
import type { Question } from '../../domain/question.ts'
import { loadSources } from '../../guidance/index.ts'
import { questionWords as words } from './words.ts'

type Source = { id: string; text: string; from: string }

/** One line on why this is asked; the requirements behind it come when it is opened. */
export function WhyWeAsk({ question }: { question: Question }) {
  const [sources, setSources] = useState<readonly Source[] | 'failed'>()
  const open = async () => {
    if (sources && sources !== 'failed') return
    try {
      const { requirementFrom } = await loadSources()
      setSources(
        question.requirements.flatMap((id) => {
          const found = requirementFrom(id)
          return found
            ? [{ id, text: found.requirement.says, from: `${found.source.title}, ${found.requirement.section}` }]
            : []
        }),
      )
    } catch {
      setSources('failed')
    }
  }
  return (
    <details className="nhsuk-details linnet-quiet" onToggle={(e) => e.currentTarget.open && void open()}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{words.why}</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>{question.why}</p>
        {sources === 'failed' && <p>{words.sourcesFailed}</p>}
        {Array.isArray(sources) && (
          <ul className="nhsuk-list nhsuk-list--bullet nhsuk-body-s" aria-label={words.sources}>
            {sources.map((s) => (
              <li key={s.id}>
                {s.text} ({s.id}: {s.from})
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}

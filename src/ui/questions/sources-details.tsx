import { type ReactNode, useState } from 'react'
import { loadSources } from '../../guidance/index.ts'
import { questionWords as words } from './words.ts'

type Source = { id: string; text: string; from: string }

interface SourcesDetailsProps {
  summary: string
  /** Requirement ids. */
  requirements: readonly string[]
  children?: ReactNode
}

/** What something rests on, folded away: the requirements and the documents behind them come when it is opened. */
export function SourcesDetails({ summary, requirements, children }: SourcesDetailsProps) {
  const [sources, setSources] = useState<readonly Source[] | 'failed'>()
  const open = async () => {
    if (sources && sources !== 'failed') return
    try {
      const { requirementFrom } = await loadSources()
      setSources(
        requirements.flatMap((id) => {
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
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">
        {children}
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

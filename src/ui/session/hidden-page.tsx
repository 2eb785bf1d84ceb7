import { useEffect } from 'react'
import { sessionWords } from './words.ts'

const words = sessionWords.hidden

/** What anybody may see over the practitioner's shoulder. */
export function HiddenPage({ onOpen }: { onOpen?: () => void }) {
  useEffect(() => {
    document.title = words.title
  }, [])
  return (
    <main className="nhsuk-main-wrapper nhsuk-width-container" id="main">
      <h1 className="nhsuk-heading-l">{words.heading}</h1>
      {words.text.map((t) => (
        <p key={t}>{t}</p>
      ))}
      {onOpen && (
        <button type="button" className="linnet-link" onClick={onOpen}>
          {words.open}
        </button>
      )}
    </main>
  )
}

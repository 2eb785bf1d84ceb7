import { useEffect, useRef } from 'react'

/** What is wrong on the page, each with a link to its place. Takes the focus when it appears. */
export function ErrorSummary({ title, items }: { title: string; items: readonly { field: string; text: string }[] }) {
  const box = useRef<HTMLDivElement>(null)
  const shown = items.length > 0
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown])
  if (!shown) return null
  return (
    <div className="nhsuk-error-summary" ref={box} role="alert" tabIndex={-1}>
      <h2 className="nhsuk-error-summary__title">{title}</h2>
      <ul className="nhsuk-list nhsuk-error-summary__list">
        {items.map((item) => (
          <li key={item.field}>
            <a
              href={`#${item.field}`}
              onClick={(e) => {
                e.preventDefault()
                document.getElementById(item.field)?.focus()
              }}
            >
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

import { type ReactNode, useEffect, useRef } from 'react'

/** What is wrong on the page, each with a link to its place. Takes the focus when it appears. */
export function ErrorSummary({
  title,
  items,
  children,
}: {
  title: string
  items: readonly { field: string; text: string }[]
  children?: ReactNode
}) {
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
                focusField(item.field)
              }}
            >
              {item.text}
            </a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}

/** A group cannot take the focus itself: its first input does. */
function focusField(id: string): void {
  const element = document.getElementById(id)
  const input = element instanceof HTMLFieldSetElement ? element.querySelector<HTMLElement>('input') : element
  input?.focus()
}

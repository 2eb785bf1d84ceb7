import { type ReactNode, useEffect, useRef } from 'react'

/** The main part of a page: its title in the tab holds no personal data, and the heading takes the focus when it opens. */
export function Page({ title, children, wide }: { title: string; children: ReactNode; wide?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title === APP ? APP : `${title} - ${APP}`
    // A place that is restored has the focus already.
    if (!document.activeElement || document.activeElement === document.body) heading.current?.focus()
    window.scrollTo(0, 0)
  }, [title])
  return (
    <main className={wide ? 'nhsuk-main-wrapper linnet-wide' : 'nhsuk-main-wrapper'} id="main">
      <h1 className="nhsuk-heading-l" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  )
}

const APP = 'Linnet'

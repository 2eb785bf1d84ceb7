import { glassWords as words } from './words.ts'

interface GlassPartsProps {
  shown: 'banner' | 'mark' | 'link'
  /** In words; none for the link. */
  until?: string | undefined
  onOpen?(): void
}

/** What says on other pages that a record is read in an emergency, and the way to opening one. */
export function GlassParts({ shown, until = '', onOpen }: GlassPartsProps) {
  if (shown === 'link') {
    return (
      <p>
        <button type="button" className="linnet-link" onClick={onOpen}>
          {words.title}
        </button>
      </p>
    )
  }
  if (shown === 'mark') return <div className="nhsuk-task-list__hint">{words.mark(until)}</div>
  return (
    <section className="nhsuk-inset-text" aria-label={words.bannerLabel}>
      <p>{words.banner(until)}</p>
    </section>
  )
}

import { glassWords as words } from './words.ts'

/** On each page of a record that is read in an emergency. `until` is in words. */
export const ReadInEmergency = ({ until }: { until: string }) => (
  <section className="nhsuk-inset-text nhsuk-u-margin-top-3 nhsuk-u-margin-bottom-0" aria-label={words.bannerLabel}>
    <p>{words.banner(until)}</p>
  </section>
)

/** Below its line in the list. */
export const EmergencyMark = ({ until }: { until: string }) => (
  <div className="nhsuk-task-list__hint">{words.mark(until)}</div>
)

/** The way to opening one. */
export const OpenInEmergency = ({ onOpen }: { onOpen(): void }) => (
  <p>
    <button type="button" className="linnet-link" onClick={onOpen}>
      {words.title}
    </button>
  </p>
)

import { signaturesOf } from '../../domain/signature.ts'
import { recordWords, whenInWords } from '../../report/words.ts'
import { Page } from '../shell/page.tsx'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { reviewWords as words } from './review-words.ts'

/** After a sign-off: who stood by what, and whether it still covers the record. */
export function CompletedScreen({ fingerprint }: { fingerprint: string }) {
  const { view } = useWorkspace()
  const nav = useNav()
  const signatures = signaturesOf(view.record, fingerprint)
  const last = signatures.findLast((s) => s.stands) ?? signatures.at(-1)
  return (
    <Page title={words.done}>
      {last && (
        <>
          <p>
            {words.signedBy(
              last.entry.author.name,
              last.entry.author.role,
              last.entry.author.agency,
              whenInWords(last.entry.recordedAt),
            )}
          </p>
          <p>{last.stands ? words.signedStands : words.signedStale}</p>
          <p className="linnet-detail">
            {words.fingerprint}: {recordWords.shortPrint(last.value.fingerprint)}
          </p>
        </>
      )}
      <div className="linnet-acts">
        <button type="button" className="nhsuk-button" onClick={nav.openExport}>
          {words.export}
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={nav.reopen}>
          {words.reopen}
        </button>
      </div>
    </Page>
  )
}

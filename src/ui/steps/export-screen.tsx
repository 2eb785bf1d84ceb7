import { signaturesOf } from '../../domain/signature.ts'
import { Page } from '../shell/page.tsx'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { reviewWords as words } from './review-words.ts'
import { type ExportResult, useMadeFile } from './use-made-file.ts'

interface ExportProps {
  fingerprint: string
  drafts: boolean
  make(): Promise<ExportResult>
}

/** Makes the PDF on the device, with no network. */
export function ExportScreen({ fingerprint, drafts, make }: ExportProps) {
  const { view, sealed } = useWorkspace()
  const nav = useNav()
  const { isMaking, hasFailed, done, link, start } = useMadeFile(make)
  const signed = signaturesOf(view.record, fingerprint).some((s) => s.stands)
  return (
    <Page title={words.exportTitle}>
      <p>{words.exportLead}</p>
      {sealed > 0 && <p className="nhsuk-inset-text">{words.exportSealed(sealed)}</p>}
      {!signed && <p className="nhsuk-inset-text">{words.exportUnsigned}</p>}
      {drafts && <p className="nhsuk-inset-text">{words.exportDraft}</p>}
      <button type="button" className="nhsuk-button" disabled={isMaking} onClick={start}>
        {words.exportMake}
      </button>
      <div role="status">
        {isMaking && (
          <p>
            <progress aria-label={words.exportMaking} /> {words.exportMaking}
          </p>
        )}
        {done && <p>{words.exportReady(done.pages, sizeInWords(done.file.size))}</p>}
      </div>
      {hasFailed && <p role="alert">{words.exportFailed}</p>}
      {done && link && (
        <>
          {done.warnings.length > 0 && (
            <p role="alert">
              {words.exportWarnings} {done.warnings.join(' ')}
            </p>
          )}
          <p>
            <a className="nhsuk-button" href={link} download={done.name}>
              {words.exportSave}
            </a>
          </p>
        </>
      )}
      <button type="button" className="linnet-link" onClick={nav.openTaskList}>
        {words.backToTasks}
      </button>
    </Page>
  )
}

const sizes = new Intl.NumberFormat('en-GB', { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
const sizeInWords = (bytes: number): string => sizes.format(Math.max(1, bytes / 1000))

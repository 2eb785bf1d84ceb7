import { useEffect, useState } from 'react'
import { signaturesOf } from '../../domain/signature.ts'
import { Page } from '../shell/page.tsx'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { stepWords as words } from './words.ts'

export type ExportResult =
  | { ok: true; file: Blob; name: string; pages: number; warnings: readonly string[] }
  | { ok: false }

interface ExportProps {
  fingerprint: string
  drafts: boolean
  make(): Promise<ExportResult>
}

/** Makes the PDF on the device, with no network. */
export function ExportScreen({ fingerprint, drafts, make }: ExportProps) {
  const { view } = useWorkspace()
  const nav = useNav()
  const [made, setMade] = useState<ExportResult | 'making'>()
  const [link, setLink] = useState<string>()
  const signed = signaturesOf(view.record, fingerprint).some((s) => s.stands)
  const file = typeof made === 'object' && made.ok ? made.file : undefined
  useEffect(() => {
    if (!file) return
    const url = URL.createObjectURL(file)
    setLink(url)
    return () => URL.revokeObjectURL(url)
  }, [file])
  const start = () => {
    setMade('making')
    make().then(setMade, () => setMade({ ok: false }))
  }
  return (
    <Page title={words.exportTitle}>
      <p>{words.exportLead}</p>
      {!signed && <p className="nhsuk-inset-text">{words.exportUnsigned}</p>}
      {drafts && <p className="nhsuk-inset-text">{words.exportDraft}</p>}
      <button type="button" className="nhsuk-button" disabled={made === 'making'} onClick={start}>
        {words.exportMake}
      </button>
      <div role="status">
        {made === 'making' && (
          <p>
            <progress aria-label={words.exportMaking} /> {words.exportMaking}
          </p>
        )}
        {typeof made === 'object' && made.ok && <p>{words.exportReady(made.pages, sizeInWords(made.file.size))}</p>}
      </div>
      {typeof made === 'object' && !made.ok && <p role="alert">{words.exportFailed}</p>}
      {typeof made === 'object' && made.ok && link && (
        <>
          {made.warnings.length > 0 && (
            <p role="alert">
              {words.exportWarnings} {made.warnings.join(' ')}
            </p>
          )}
          <p>
            <a className="nhsuk-button" href={link} download={made.name}>
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

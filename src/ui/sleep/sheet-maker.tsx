import { useEffect, useState } from 'react'
import { sheetWords as words } from '../../report/sleep/sheet-words.ts'
import type { ExportResult } from '../steps/export-screen.tsx'

/** Makes the sheet as a PDF on the device, and offers the file. */
export function SheetMaker({ label, make }: { label: string; make(): Promise<ExportResult> }) {
  const [made, setMade] = useState<ExportResult | 'making'>()
  const [link, setLink] = useState<string>()
  const done = typeof made === 'object' && made.ok ? made : undefined
  const file = done?.file
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
    <>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        disabled={made === 'making'}
        onClick={start}
      >
        {label}
      </button>
      <div role="status">
        {made === 'making' && <p>{words.making}</p>}
        {done && <p>{words.ready(done.pages)}</p>}
      </div>
      {typeof made === 'object' && !made.ok && <p role="alert">{words.failed}</p>}
      {done && done.warnings.length > 0 && (
        <p role="alert">
          {words.warnings} {done.warnings.join(' ')}
        </p>
      )}
      {done && link && (
        <p>
          <a className="nhsuk-button" href={link} download={done.name}>
            {words.save}
          </a>
        </p>
      )}
    </>
  )
}

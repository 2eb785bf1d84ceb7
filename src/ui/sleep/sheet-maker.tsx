import { sheetWords as words } from '../../report/sleep/sheet-words.ts'
import { type ExportResult, useMadeFile } from '../steps/use-made-file.ts'

/** Makes the sheet as a PDF on the device, and offers the file. */
export function SheetMaker({ label, make }: { label: string; make(): Promise<ExportResult> }) {
  const { isMaking, hasFailed, done, link, start } = useMadeFile(make)
  return (
    <>
      <button type="button" className="nhsuk-button nhsuk-button--secondary" disabled={isMaking} onClick={start}>
        {label}
      </button>
      <div role="status">
        {isMaking && <p>{words.making}</p>}
        {done && <p>{words.ready(done.pages)}</p>}
      </div>
      {hasFailed && <p role="alert">{words.failed}</p>}
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

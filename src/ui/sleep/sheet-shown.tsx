import type { SheetContent } from '../../report/family-sleep-sheet.ts'
import { sleepPictures } from '../../report/pictures/safer-sleep.ts'
import { sheetWords as words } from '../../report/sleep/sheet-words.ts'
import { Picture } from '../pictures/picture.tsx'

/** The family sheet on the screen, in the order of the printed one; its title stands above it. */
export function SheetShown({ sheet, large }: { sheet: SheetContent; large: boolean }) {
  return (
    <div className={large ? 'linnet-sheet linnet-sheet--large' : 'linnet-sheet'}>
      <div className="nhsuk-inset-text">
        <p className="linnet-sheet__title">{words.tonight}</p>
        {sheet.tonight.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines follow the plan, and blank ones read alike.
          <p key={i}>{line}</p>
        ))}
      </div>
      <div className="linnet-sheet__pictures">
        {sleepPictures().map((figure) => (
          <Picture key={figure.alt} figure={figure} />
        ))}
      </div>
      <Lines title={words.everyNight} lines={sheet.everyNight} />
      <Lines title={words.forUs} lines={sheet.forUs} />
      <Lines title={words.otherNights} lines={sheet.otherNights} />
      <p>{sheet.alcohol}</p>
      <Lines title={words.help} lines={sheet.help} />
    </div>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <p className="linnet-sheet__title">{title}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

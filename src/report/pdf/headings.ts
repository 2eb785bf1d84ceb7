import type { Heading } from './blocks.ts'
import { plain } from './clean-text.ts'
import { heightOf, type Typesetting, textBlock, wordsOf } from './paragraphs.ts'
import type { Placeable } from './placeable.ts'
import { BODY_WIDTH, HEADING, LEADING, PAGE } from './theme.ts'

/** A heading. `level` is the one in the structure, where no level may be left out; the look is that of the block. */
export function headingOf(block: Heading, level: number, setting: Typesetting): Placeable {
  const { size, before, after, colour } = HEADING[block.level]
  const text = textBlock(block.runs, { size, width: BODY_WIDTH, leading: LEADING.heading, bold: true, colour }, setting)
  const title = plain(block.bookmark ?? wordsOf(block.runs))
    .replaceAll('\n', ' ')
    .trim()
  const least = before + heightOf(text) + after
  return {
    least,
    keepsWithNext: true,
    place: (sheet, below) => {
      sheet.need(least + below)
      if (!sheet.atTop) sheet.y += before
      sheet.bookmark(title, level)
      sheet.flow(text, PAGE.side, sheet.node(`H${level}`, sheet.root), after)
    },
  }
}

/** The level of each heading in the structure: as it is given, but never more than one below the heading before it. */
export function structureLevels(levels: readonly number[]): number[] {
  let last = 0
  return levels.map((level) => {
    last = Math.min(level, last + 1)
    return last
  })
}

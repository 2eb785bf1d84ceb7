import type { Block, PdfDocument } from './blocks.ts'
import { TextCleaner } from './clean-text.ts'
import type { Layout } from './display-list.ts'
import { figureOf } from './figures.ts'
import { headingOf, structureLevels } from './headings.ts'
import type { Metrics } from './metrics.ts'
import type { Typesetting } from './paragraphs.ts'
import type { Placeable } from './placeable.ts'
import { listOf, noteOf, paragraphOf } from './prose.ts'
import { RunningLines } from './running-lines.ts'
import { Sheet } from './sheet.ts'
import { keyValuesOf, tableOf } from './tables.ts'
import { LARGE, PAGE } from './theme.ts'

/** Blocks as pages of paint with the structure it belongs to. Nothing here knows of a PDF library. */
export function layOut(document: PdfDocument, metrics: Metrics): Layout {
  const scale = document.type === 'large' ? LARGE : 1
  const setting = { metrics, cleaner: new TextCleaner(metrics), scale }
  const running = new RunningLines(document, setting)
  const sheet = new Sheet(metrics, running.top, running.bottom)
  const placeables = measured(document.blocks, setting)
  for (const [i, placeable] of placeables.entries()) {
    placeable.place(sheet, placeable.keepsWithNext ? leastBelow(placeables, i) : 0)
  }
  running.addTo(sheet.pages)
  return {
    width: PAGE.width,
    height: PAGE.height,
    pages: sheet.pages,
    root: sheet.root,
    outline: sheet.outline,
    warnings: setting.cleaner.warnings(),
  }
}

function measured(blocks: readonly Block[], setting: Typesetting): Placeable[] {
  const levels = structureLevels(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
  let heading = 0
  return blocks.map((block) => {
    if (block.kind === 'heading') return headingOf(block, levels[heading++] ?? 1, setting)
    return placeableOf(block, setting)
  })
}

function placeableOf(block: Exclude<Block, { kind: 'heading' }>, setting: Typesetting): Placeable {
  switch (block.kind) {
    case 'paragraph':
      return paragraphOf(block, setting)
    case 'list':
      return listOf(block, setting)
    case 'table':
      return tableOf(block, setting)
    case 'keyValues':
      return keyValuesOf(block, setting)
    case 'note':
      return noteOf(block, setting)
    case 'figure':
      return figureOf(block, setting)
    case 'pageBreak':
      return { least: 0, place: (sheet) => (sheet.atTop ? undefined : sheet.newPage()) }
  }
}

/** What has to fit under a heading: the start of the first block that may stand last on a page, and those before that. */
function leastBelow(placeables: readonly Placeable[], index: number): number {
  const next = placeables[index + 1]
  if (!next) return 0
  return next.least + (next.keepsWithNext ? leastBelow(placeables, index + 1) : 0)
}

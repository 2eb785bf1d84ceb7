import type { List, Note, Paragraph } from './blocks.ts'
import type { StructNode } from './display-list.ts'
import { heightOf, type TextBlock, type Typesetting, textBlock } from './paragraphs.ts'
import type { Placeable } from './placeable.ts'
import { leastOf, type Sheet } from './sheet.ts'
import { BODY_WIDTH, COLOUR, PAGE, SIZE } from './theme.ts'

export function paragraphOf(block: Paragraph, setting: Typesetting): Placeable {
  const size = block.small ? SIZE.small : SIZE.body
  const colour = block.muted ? COLOUR.muted : COLOUR.ink
  const text = textBlock(block.runs, { size, colour, width: BODY_WIDTH }, setting)
  const least = block.leadsIn ? heightOf(text) + PARAGRAPH_AFTER : leastOf(text)
  return {
    least,
    ...(block.leadsIn && { keepsWithNext: true }),
    place: (sheet, below) => {
      sheet.need(least + below)
      sheet.flow(text, PAGE.side, sheet.node('P', sheet.root), PARAGRAPH_AFTER)
    },
  }
}

const PARAGRAPH_AFTER = 7

export function listOf(block: List, setting: Typesetting): Placeable {
  const indent = (block.ordered ? 22 : 14) * setting.scale
  const size = block.small ? SIZE.table : SIZE.body
  const items = block.items.map((runs, i) => ({
    label: textBlock(block.ordered ? `${i + 1}.` : '•', { size, width: indent }, setting),
    body: textBlock(runs, { size, width: BODY_WIDTH - indent }, setting),
  }))
  return {
    least: items[0] ? leastOf(items[0].body) : 0,
    ...(block.leadsIn && { keepsWithNext: true }),
    place: (sheet, below) => {
      if (items.length === 0) return
      const list = sheet.node('L', sheet.root, { listNumbering: block.ordered ? 'Decimal' : 'Disc' })
      for (const [i, { label, body }] of items.entries()) {
        sheet.need(i === items.length - 1 && block.leadsIn ? heightOf(body) + below : leastOf(body))
        const item = sheet.node('LI', list)
        sheet.put(label, 0, 1, PAGE.side + 2, sheet.y, sheet.node('Lbl', item))
        sheet.flow(body, PAGE.side + indent, sheet.node('LBody', item), 2)
      }
      sheet.y += 6
    },
  }
}

const NOTE = { padding: 9, indent: 14, bar: 4, after: 9 }

/** A note in a box. A long one goes on over pages, in a box on each. */
export function noteOf(block: Note, setting: Typesetting): Placeable {
  const style = { size: SIZE.body, width: BODY_WIDTH - 2 * NOTE.indent }
  const title = block.title ? textBlock(block.title, { ...style, bold: true }, setting) : null
  const body = textBlock(block.runs, style, setting)
  const titleLines = title?.lines.length ?? 0
  const total = titleLines + body.lines.length
  const heightFor = (lines: number) => lines * body.lineHeight + 2 * NOTE.padding
  const least = heightFor(Math.min(total, titleLines + 2))
  return {
    least,
    place: (sheet) => {
      const div = sheet.node('Div', sheet.root)
      const parts: [TextBlock, StructNode][] = title ? [[title, sheet.node('P', div)]] : []
      parts.push([body, sheet.node('P', div)])
      sheet.need(total <= 12 ? heightFor(total) : least)
      for (let done = 0; done < total; ) {
        if (done > 0) sheet.newPage()
        const fit = Math.max(1, Math.floor((sheet.room - 2 * NOTE.padding) / body.lineHeight + 0.001))
        const end = Math.min(total, done + fit)
        box(sheet, heightFor(end - done))
        putLines(sheet, parts, done, end)
        sheet.y += heightFor(end - done)
        done = end
      }
      sheet.y += NOTE.after
    },
  }
}

function box(sheet: Sheet, h: number): void {
  const at = { x: PAGE.side, y: sheet.y, h }
  sheet.paint('layout', [
    { op: 'rect', ...at, w: BODY_WIDTH, fill: COLOUR.noteFill },
    { op: 'rect', ...at, w: NOTE.bar, fill: COLOUR.blue },
  ])
}

/** Puts lines `from` to `to`, counted over all the parts, from the top of the box down. */
function putLines(sheet: Sheet, parts: readonly [TextBlock, StructNode][], from: number, to: number): void {
  const top = sheet.y + NOTE.padding
  let first = 0
  for (const [block, node] of parts) {
    const begin = Math.max(from, first)
    const end = Math.min(to, first + block.lines.length)
    if (begin < end) {
      const y = top + (begin - from) * block.lineHeight
      sheet.put(block, begin - first, end - first, PAGE.side + NOTE.indent, y, node)
    }
    first += block.lines.length
  }
}

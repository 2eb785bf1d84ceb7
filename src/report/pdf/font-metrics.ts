import type PDFDocument from 'pdfkit'
import { FONT_KEYS, type Fonts } from './fonts.ts'
import type { FontKey, Metrics } from './metrics.ts'

/** Measures with the fonts of the document itself, so that what is measured is what is painted. */
export function metricsOf(pdf: PDFDocument, fonts: Fonts): Metrics {
  const measured = Object.fromEntries(
    FONT_KEYS.map((key) => [key, { font: pdf.font(key)._font, characters: new Set(fonts[key].characterSet) }]),
  ) as Record<FontKey, { font: PDFDocument['_font']; characters: Set<number> }>
  return {
    width: (key, text) => measured[key].font.widthOfString(text, 1),
    ascent: (key) => measured[key].font.ascender / 1000,
    descent: (key) => -measured[key].font.descender / 1000,
    has: (key, codePoint) => measured[key].characters.has(codePoint),
  }
}

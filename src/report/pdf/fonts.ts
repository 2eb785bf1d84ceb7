import { create, type Font } from 'fontkit'
import type { FontKey } from './metrics.ts'

export type { FontKey } from './metrics.ts'

export type Fonts = Record<FontKey, Font>

/** The order in which fonts are registered with a document: it has to be the same each time for the bytes to be. */
export const FONT_KEYS = ['regular', 'bold', 'italic'] as const satisfies readonly FontKey[]

/** Parses TrueType files once, for any number of documents. */
export function parseFonts(files: Record<FontKey, Uint8Array>): Fonts {
  return { regular: create(files.regular), bold: create(files.bold), italic: create(files.italic) }
}

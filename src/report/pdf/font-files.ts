import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import type { FontKey } from './metrics.ts'

const SOURCES: Record<FontKey, string> = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  bold: '700Bold/NotoSans_700Bold.ttf',
  italic: '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
}

const made = new Map<FontKey, Promise<Uint8Array>>()

/** Noto Sans with the characters of languages written in Latin letters. On the build machine only. */
export function fontFile(key: FontKey): Promise<Uint8Array> {
  const file = made.get(key) ?? subsetOf(SOURCES[key])
  made.set(key, file)
  return file
}

async function subsetOf(source: string): Promise<Uint8Array> {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${source}`)
  return subsetFont(await readFile(path), LATIN, { targetFormat: 'truetype' })
}

const LATIN = [
  '20-7e a0-17f 18f 192 1a0-1a1 1af-1b0 1cd-1dc 1e6-1eb 1f4-1f5 1fa-21b 22a-233 259 2b9-2bc 2c6-2c7 2d8-2dd',
  '300-304 306-30c 323 326-328 1e80-1e85 1e9e 1ea0-1ef9 2010-2015 2018-201e 2020-2022 2026 2030 2032-2033 2039-203a',
  '2044 2070 2074-2079 2080-2089 20ac 2116 2122 2153-2154 215b-215e 2190-2193 2212 2215 2219 221a 221e 2248 2260',
  '2264-2265 25cc fffd',
]
  .join(' ')
  .split(' ')
  .map(charactersIn)
  .join('')

function charactersIn(range: string): string {
  const [first = 0, last = first] = range.split('-').map((hex) => Number.parseInt(hex, 16))
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i))
}

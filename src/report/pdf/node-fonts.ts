import { fontFile } from './font-files.ts'
import { type Fonts, parseFonts } from './fonts.ts'

/** The fonts of the app without a browser: for tests and commands. */
export async function loadFontsFromDisk(): Promise<Fonts> {
  const [regular, bold, italic] = await Promise.all([fontFile('regular'), fontFile('bold'), fontFile('italic')])
  return parseFonts({ regular, bold, italic })
}

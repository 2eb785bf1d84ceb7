import type { Plugin } from 'vite'
import { fontFile } from './font-files.ts'
import { FONT_KEYS } from './fonts.ts'

const NAME = 'virtual:linnet-font/'
const RESOLVED = `\0${NAME}`

/** Makes `virtual:linnet-font/regular` and its like the address of a font that is cut to size during the build. */
export function pdfFonts(): Plugin {
  return {
    name: 'linnet-pdf-fonts',
    apply: 'build',
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : null),
    async load(id) {
      const key = FONT_KEYS.find((k) => id === RESOLVED + k)
      if (!key) return null
      const file = this.emitFile({ type: 'asset', name: `print-${key}.ttf`, source: await fontFile(key) })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
  }
}

import type { Plugin } from 'vite'

/**
 * Takes the web font out of the NHS styles: it would come from a third party, and its licence covers NHS bodies only. Their
 * pictures come from the package, as files of the app.
 */
export function nhsStyles(): Plugin {
  return {
    name: 'linnet-nhs-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!/nhsuk-frontend.*\.css/.test(id)) return null
      return code
        .replace(/@font-face\s*\{[^}]*\}/g, '')
        .replace(/["']?Frutiger W01["']?\s*,\s*/g, '')
        .replace(/url\((["']?)\/assets\/images\//g, 'url($1./assets/images/')
    },
  }
}

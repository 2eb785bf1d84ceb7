import type { SetUpRefusal } from './session-ports.ts'
import { sessionWords as words } from './words.ts'

/** What was refused about a new practitioner or passphrase, and the field that it belongs to. */
export function refusalInWords(refused: SetUpRefusal): { field: 'label' | 'passphrase'; text: string } {
  if ('weaknesses' in refused) {
    return { field: 'passphrase', text: refused.weaknesses.map((w) => words.weaknesses[w]).join('. ') }
  }
  switch (refused.problem) {
    case 'label-taken':
      return { field: 'label', text: words.labelTaken }
    case 'label-empty':
      return { field: 'label', text: words.missing.label }
    default:
      return { field: 'passphrase', text: words.unlockProblems[refused.problem] }
  }
}

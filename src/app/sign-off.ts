import { SIGN_OFF_SLOT, type SignOffValue } from '../domain/entry-kinds.ts'
import { unknownsOf } from '../domain/progress.ts'
import { blockersOf } from '../domain/sign-off.ts'
import { signedText } from '../domain/signature.ts'
import { WHOLE } from '../domain/subjects.ts'
import type { Workspace } from '../ui/workspace.ts'
import { sha256 } from './sha256.ts'

/**
 * Records that the practitioner stands by the assessment as it is; not while anything has to be looked at first, and not while
 * entries of others are closed to reading.
 */
export async function signOff({ view, raised, findings, sealed, save }: Workspace): Promise<boolean> {
  if (sealed > 0 || blockersOf(view, findings).length > 0) return false
  const value: SignOffValue = {
    fingerprint: await sha256(signedText(view.record)),
    blanks: unknownsOf(view.pack, view, raised).length,
  }
  const slot = { question: SIGN_OFF_SLOT, subject: WHOLE }
  return (await save({ kind: 'sign-off', slot, value, seen: [] })).ok
}

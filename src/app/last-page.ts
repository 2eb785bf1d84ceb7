import { WHOLE } from '../domain/subjects.ts'
import type { OpenVault } from '../storage/vault-port.ts'

/**
 * The page that a practitioner was on, kept in the sealed store: what the browser keeps beside it may not have reached
 * the disk when the battery goes.
 */
export const rememberPage = ({ store }: OpenVault, path: string): void =>
  void store.putPlace(WHOLE, { step: 'page', path })

export async function lastPage({ store }: OpenVault): Promise<string | undefined> {
  const kept = await store.place(WHOLE)
  return kept.ok ? kept.place?.path : undefined
}

import { createHash } from 'node:crypto'
import type { VaultKeys } from '../src/storage/encryption/vault-keys.ts'
import { checkSafety } from './checks.ts'
import { checkFinished, heal } from './healing.ts'
import { WRONGS, type Wrong } from './ledger.ts'
import { step } from './steps.ts'
import { worldOf } from './world.ts'

export interface HistoryResult {
  seed: number
  /** Of everything that happened, in order: the same for the same seed. */
  trace: string
  wrong: Record<Wrong, string[]>
  faults: Record<string, number>
  entries: number
}

/** One history: safety while everything goes wrong, then all is healed and everything must finish. */
export async function runHistory(seed: number, keys: readonly VaultKeys[]): Promise<HistoryResult> {
  const trace = createHash('sha256')
  const world = worldOf(seed, keys, (what) => void trace.update(`${what}\n`))
  const { chance } = world
  // Short ones are the more frequent.
  const steps = 20 + Math.floor(280 * chance.next() ** 2)
  const checkEvery = Math.max(10, Math.floor(steps / 4))
  for (let n = 1; n <= steps; n++) {
    await step(world)
    if (n % checkEvery === 0) await checkSafety(world)
  }
  await heal(world)
  await checkFinished(world)
  world.server.close()
  return {
    seed,
    trace: trace.digest('hex'),
    wrong: Object.fromEntries(
      WRONGS.map((kind) => [kind, [...new Set(world.wrong.get(kind) ?? [])]]),
    ) as HistoryResult['wrong'],
    faults: world.faults,
    entries: world.ledger.all().length,
  }
}

/** Keys for as many devices as there may be, made once: sealing is real, choosing a passphrase is another matter. */
export const someKeys = (): Promise<VaultKeys[]> =>
  Promise.all(
    Array.from({ length: 8 }, async () => ({
      data: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
      names: (await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])) as CryptoKey,
    })),
  )

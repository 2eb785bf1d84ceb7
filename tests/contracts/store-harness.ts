import type { VaultKeeper } from '../../src/storage/vault-port.ts'

/** One device with what the suite needs to make it misbehave. */
export interface StoreHarness {
  keeper: VaultKeeper
  /** Of this device, in milliseconds. */
  clock: { now: number }
  /** The next write fails for want of space, after part of it was written where that is possible. */
  runOutOfSpace(): void
  /** What the next write keeps, or reads back, is not what was written. */
  keepWrongly(): void
  /** Alters a kept entry so that it no longer opens. */
  damage(vault: string, id: string): Promise<void>
}

import * as z from 'zod/mini'
import type { Bytes } from './seal.ts'

const bytes = z.custom<Bytes>((value) => Object.prototype.toString.call(value) === '[object Uint8Array]')
const wrapped = { iv: bytes, bytes }

/** What is kept in plain sight about a vault: enough to list it and to open it with the right secret, and no name. */
export const vaultRowSchema = z.object({
  id: z.string().check(z.minLength(1)),
  version: z.literal(1),
  /** Chosen by the practitioner, for example initials; stored in plain text on purpose, for the unlock screen. */
  label: z.string().check(z.minLength(1)),
  /** The data key, wrapped by the passphrase. */
  passphrase: z.object({ kdf: z.string(), iterations: z.int().check(z.minimum(1)), salt: bytes, ...wrapped }),
  /** The data key, wrapped by the recovery key. */
  recovery: z.object({ kdf: z.string(), salt: bytes, ...wrapped }),
  /** The key that names rows, wrapped by the data key. */
  names: z.object(wrapped),
  profile: z.object({ version: z.int(), ...wrapped }),
})
export type VaultRow = z.infer<typeof vaultRowSchema>

/** The practitioner whose vault it is; only ever stored sealed. `id` is the author id, `device` the device id of entries. */
export const profileSchema = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  role: z.string(),
  agency: z.string(),
  device: z.string().check(z.minLength(1)),
})
export type PractitionerProfile = z.infer<typeof profileSchema>

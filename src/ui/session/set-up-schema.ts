import * as z from 'zod/mini'
import { sessionWords } from './words.ts'

const missing = sessionWords.missing
const needed = (message: string) => z.string().check(z.trim(), z.minLength(1, message))

export const setUpSchema = z
  .object({
    name: needed(missing.name),
    role: needed(missing.role),
    agency: needed(missing.agency),
    label: needed(missing.label),
    passphrase: z.string().check(z.minLength(1, missing.passphrase)),
    repeat: z.string(),
  })
  .check(z.refine((f) => f.passphrase === f.repeat, { path: ['repeat'], message: missing.repeat }))

export type SetUpFields = z.infer<typeof setUpSchema>
export const EMPTY_SET_UP: SetUpFields = { name: '', role: '', agency: '', label: '', passphrase: '', repeat: '' }

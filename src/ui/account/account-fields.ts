import { accountWords as words } from './words.ts'

/** Fields that more than one form about an account has. */
export const codeField = {
  id: 'code',
  label: words.code,
  hint: words.codeHint,
  missing: words.missing.code,
  kind: 'code',
  autoComplete: 'one-time-code',
} as const

export const deviceField = (initial: string) =>
  ({ id: 'device', label: words.device, hint: words.deviceHint, missing: words.missing.device, initial }) as const

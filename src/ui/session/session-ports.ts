/** What the screens before an assessment need of the device. Every method answers; none rejects for expected failures. */
export interface SessionPorts {
  /** Judges a passphrase while it is typed; `personal` are the practitioner's own name and agency. */
  judge(passphrase: string, personal: readonly string[]): Promise<PassphraseJudgement>
  create(wanted: SetUpForm): Promise<{ ok: true; recoveryKey: string } | SetUpRefusal>
  unlock(id: string, passphrase: string): Promise<{ ok: true } | { ok: false; problem: UnlockProblem }>
  unlockWithRecovery(id: string, key: string): Promise<{ ok: true } | { ok: false; problem: UnlockProblem }>
  /** After `unlockWithRecovery`, with the same key. */
  changePassphrase(passphrase: string): Promise<{ ok: true } | SetUpRefusal>
}

export interface SetUpForm {
  name: string
  role: string
  agency: string
  label: string
  passphrase: string
}

export type SetUpRefusal =
  | { ok: false; problem: 'weak-passphrase'; weaknesses: readonly PassphraseWeakness[] }
  | { ok: false; problem: 'label-taken' | 'label-empty' | UnlockProblem }

export type PassphraseWeakness = 'too-short' | 'repeated-words' | 'common' | 'personal' | 'pattern' | 'easily-guessed'
export interface PassphraseJudgement {
  acceptable: boolean
  reasons: readonly PassphraseWeakness[]
  strength: 0 | 1 | 2 | 3 | 4
}

export type UnlockProblem =
  | 'wrong-passphrase'
  | 'wrong-recovery-key'
  | 'malformed-recovery-key'
  | 'weakened'
  | 'damaged'
  | 'later-version'
  | 'not-found'
  | 'read-back-differs'
  | 'overtaken'
  | 'quota'
  | 'database-broken'
  | 'locked'
  | 'unknown'

/** A record that a colleague offers to the practitioner's agency. Nothing is known of whose it is. */
export interface Offer {
  assessment: string
  /** The entry that invites. */
  invitation: string
  /** Name, role and agency. */
  by: string
  purpose: string
  /** In words. */
  at: string
  /** Names of colleagues who have taken it up already. */
  takenUpBy: readonly string[]
}

/** Why nothing came of it; the words say what to do. `not-offered`: it was ended, or somebody is a member by another way. */
export type OfferProblem = 'not-offered' | 'signed-out' | 'no-answer' | 'not-saved' | 'trouble'
/** `isWaiting`: it is recorded on this device and goes when it can. `alsoBy`: colleagues who took it up as well. */
export type TakenUp =
  | { ok: true; isWaiting: true }
  | { ok: true; isWaiting: false; alsoBy: readonly string[] }
  | { ok: false; problem: OfferProblem }

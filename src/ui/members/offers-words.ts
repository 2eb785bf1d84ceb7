import type { OfferProblem, TakenUp } from './offers-ports.ts'

/** Every word about records that are offered to the practitioner's agency. */
export const offersWords = {
  title: 'Offered to your agency',
  lead: 'You see nothing of a record before you take it up. Your colleagues are offered it too.',
  offer: (by: string) => `${by}, offers a record to your agency.`,
  grounds: (at: string, purpose: string) => `Since ${at}. ${purpose}`,
  takenUpBy: (names: readonly string[]) => names.map((name) => `${name} has taken it up already.`).join(' '),
  takeUp: 'Take it up',
  confirm: 'Your name is recorded in the record and its audit; you will see all of it.',
  takeUpDo: 'Yes, take it up',
  taking: 'Taking it up',
  cancel: 'Cancel',
  done: (taken: Extract<TakenUp, { ok: true }>): string =>
    taken.isWaiting
      ? 'It is recorded on this device that you take it up. The record comes when your service has received that.'
      : [
          'You have taken it up. It is in your list.',
          ...taken.alsoBy.map((name) => `${name} took it up as well.`),
        ].join(' '),
  problems: {
    'not-offered': 'It is not offered to your agency any more. Ask whoever offered it',
    'signed-out': 'You are signed out, and nothing was taken up. Sign in again on the page about this device',
    'no-answer': 'The server cannot be reached now, and nothing was taken up. Try again when there is a network',
    'not-saved': 'This was not saved on this device, and nothing was taken up. Try again',
    trouble: 'The server could not do it just now, and nothing was taken up. Try again in a few minutes',
  } satisfies Record<OfferProblem, string>,
}

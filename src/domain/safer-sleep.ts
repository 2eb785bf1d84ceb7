import { type Answer, cell, chosen, dateIn, textIn } from './answer.ts'
import { type Held, heldAs, heldIn } from './held.ts'
import { type Doubt, doubtsAbout } from './named-helper.ts'
import { oncePerView } from './once-per-view.ts'
import type { RecordView } from './view.ts'

/** Where each part of the picture stands in the record. The ids are part of the record's shape, not of its wording. */
export const SLEEP = {
  care: 'NET-04',
  markers: 'SLP-01',
  places: 'SLP-02',
  place: 'SLP-03',
  near: 'SLP-04',
  factors: 'SLP-05',
  message: 'SLP-06',
  teachBack: 'SLP-07',
  plans: 'SLP-08',
  lastNight: 'SLP-09',
} as const
export const SLEEP_FACTORS = ['smokes', 'alcohol-evening', 'drugs', 'sedating', 'very-tired', 'deep-sleeper'] as const
export type SleepFactor = (typeof SLEEP_FACTORS)[number]
/** The care that brings somebody to settle the baby. */
const SETTLES = ['main', 'shared', 'overnight', 'day']

export interface SleepAdult {
  person: string
  care: Held
  factors: Readonly<Record<SleepFactor, Held>>
  /** How the message was given; `not-yet` when it was not. Each head by itself, as options joined by a comma. */
  message: Held
  /** What they said they will do, in their own words; several where people recorded different things. */
  words: readonly string[]
  /** How clear that plan is. */
  plan: Held
}

export interface SleepPlace {
  place: string
  what: Held
  home: Held
  seen: Held
  firm: Held
  clear: Held
  room: Held
  storage: Held
  /** The people who sleep there or nearby. */
  near: readonly string[]
  nearHeld: Held
  often: readonly string[]
  /** The baby is said to have slept in a place of this kind on the night before this contact. */
  lastNight: boolean
}

export interface NightPlan {
  plan: string
  answer: Answer
  situation: string
  /** The awake, unaffected adults whom it names. */
  adults: readonly string[]
  confirmed: 'yes' | 'no' | 'not-asked' | 'not-recorded'
  confirmedOn: string | undefined
  sleeps: string
  ring: string
  doubts: readonly Doubt[]
}

export interface LastNight {
  contact: string
  place: Held
  useNight: Held
}

export interface SaferSleep {
  adults: readonly SleepAdult[]
  /** People of whom nobody has recorded yet what care they give. */
  careNotKnown: readonly string[]
  places: readonly SleepPlace[]
  babies: readonly { child: string; markers: Held }[]
  /** Of the contact that is open. */
  lastNight: LastNight
  /** Of the contacts before and beside it, in their order, where anything is recorded. */
  otherNights: readonly LastNight[]
  plans: readonly NightPlan[]
}

/** Who settles the baby and where, as it stands in the record; nothing is judged. */
export const saferSleepOf = oncePerView((view): SaferSleep => {
  const people = view.subjects('person').map((p) => p.id)
  const lastNight = nightOf(view, view.contact)
  return {
    adults: people.filter((p) => settlesBaby(view, p)).map((p) => adultOf(view, p)),
    careNotKnown: people.filter((p) => careNotKnown(view, p)),
    places: view.subjects('place').map((p) => placeOf(view, p.id, lastNight)),
    babies: view
      .subjects('child')
      .filter((c) => isBaby(view, c.id))
      .map((c) => ({ child: c.id, markers: heldIn(view, SLEEP.markers, c.id, 'markers') })),
    lastNight,
    otherNights: view.contacts
      .filter((c) => c.id !== view.contact && view.standing(SLEEP.lastNight, c.id).length > 0)
      .map((c) => nightOf(view, c.id)),
    plans: view.items(SLEEP.plans).map((a) => planOf(view, a)),
  }
})

/** Anybody says that this person gives such care, or something is recorded of how they settle the baby. */
function settlesBaby(view: RecordView, person: string): boolean {
  const cares = view.answersFor(SLEEP.care, person).some((a) => chosen(a, 'care').some((c) => SETTLES.includes(c)))
  return cares || ADULT_ROWS.some((question) => view.standing(question, person).length > 0)
}
const ADULT_ROWS = [SLEEP.factors, SLEEP.message, SLEEP.teachBack]

const careNotKnown = (view: RecordView, person: string): boolean =>
  !settlesBaby(view, person) && view.answersFor(SLEEP.care, person).length === 0

const isBaby = (view: RecordView, child: string): boolean =>
  view.isUnborn(child) || (view.ageRange(child)?.least ?? 0) < 12

function adultOf(view: RecordView, person: string): SleepAdult {
  const factors = SLEEP_FACTORS.map((factor) => [
    factor,
    heldAs(view, SLEEP.factors, person, (a) => cell(a, 'factors', factor)),
  ])
  return {
    person,
    care: heldIn(view, SLEEP.care, person, 'care'),
    factors: Object.fromEntries(factors),
    message: heldAs(view, SLEEP.message, person, (a) => chosen(a, 'given').join(',') || undefined),
    words: [...new Set(view.answersFor(SLEEP.teachBack, person).map((a) => textIn(a, 'words')))].filter(Boolean),
    plan: heldIn(view, SLEEP.teachBack, person, 'rating'),
  }
}

function placeOf(view: RecordView, place: string, last: LastNight): SleepPlace {
  const near = view.answersFor(SLEEP.near, place)
  const what = heldIn(view, SLEEP.places, place, 'place')
  return {
    place,
    what,
    home: heldAs(view, SLEEP.places, place, (a) => textIn(a, 'home') || undefined),
    seen: heldIn(view, SLEEP.place, place, 'seen'),
    firm: heldIn(view, SLEEP.place, place, 'firm'),
    clear: heldIn(view, SLEEP.place, place, 'clear'),
    room: heldIn(view, SLEEP.place, place, 'room'),
    storage: heldIn(view, SLEEP.place, place, 'storage'),
    near: [...new Set(near.flatMap((a) => chosen(a, 'who')))],
    nearHeld: heldAs(view, SLEEP.near, place, (a) => (chosen(a, 'who').length > 0 ? 'named' : undefined)),
    often: [...new Set(near.map((a) => textIn(a, 'often')))].filter(Boolean),
    lastNight: what.some((w) => last.place.includes(w)),
  }
}

function planOf(view: RecordView, answer: Answer): NightPlan {
  return {
    plan: answer.subject,
    answer,
    situation: chosen(answer, 'situation')[0] ?? '',
    adults: chosen(answer, 'adult'),
    confirmed: (chosen(answer, 'confirmed')[0] as NightPlan['confirmed'] | undefined) ?? 'not-recorded',
    confirmedOn: dateIn(answer, 'confirmed-on')?.on,
    sleeps: textIn(answer, 'sleeps'),
    ring: textIn(answer, 'ring'),
    doubts: doubtsAbout(view, answer, 'adult'),
  }
}

const nightOf = (view: RecordView, contact: string): LastNight => ({
  contact,
  place: heldIn(view, SLEEP.lastNight, contact, 'last-night'),
  useNight: heldIn(view, SLEEP.lastNight, contact, 'last-use-night'),
})

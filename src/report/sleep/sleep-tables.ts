import type { Slot } from '../../domain/entry.ts'
import type { Held } from '../../domain/held.ts'
import { SLEEP, SLEEP_FACTORS, type SleepAdult, type SleepPlace, saferSleepOf } from '../../domain/safer-sleep.ts'
import { WHOLE } from '../../domain/subjects.ts'
import type { RecordView } from '../../domain/view.ts'
import { optionInWords } from '../answer-words.ts'
import { allInWords, heldInWords } from '../held-words.ts'
import type { LinkedCell, LinkedTable } from '../linked-table.ts'
import { subjectIdInWords, subjectInWords } from '../subject-words.ts'
import { dayInWords, recordWords } from '../words.ts'
import { sleepWords as words } from './words.ts'

/** Everybody who settles the baby, a row for each. */
export function adultTable(view: RecordView): LinkedTable {
  const factors = SLEEP_FACTORS.map((f) => words.factors[f])
  return {
    head: [words.adult, words.care, ...factors, words.message, words.teachBack, words.plan],
    rows: saferSleepOf(view).adults.map((a) => ({ name: nameOf(view, a.person), cells: adultCells(view, a) })),
  }
}

function adultCells(view: RecordView, a: SleepAdult): LinkedCell[] {
  const cell = (question: string, text: string): LinkedCell => ({ text, slot: { question, subject: a.person } })
  const said = a.words.map((w) => `“${w}”`).join(' / ')
  return [
    cell(SLEEP.care, heldInWords(view, SLEEP.care, 'care', a.care)),
    ...SLEEP_FACTORS.map((f) => cell(SLEEP.factors, heldInWords(view, SLEEP.factors, 'factors', a.factors[f]))),
    cell(SLEEP.message, heldInWords(view, SLEEP.message, 'given', a.message)),
    cell(SLEEP.teachBack, said || blankOf(view, a.person)),
    cell(SLEEP.teachBack, heldInWords(view, SLEEP.teachBack, 'rating', a.plan)),
  ]
}

/** Why nobody's own words stand there. */
const blankOf = (view: RecordView, person: string): string => {
  const blanks = view.standing(SLEEP.teachBack, person).flatMap((a) => ('blank' in a.value ? [a.value.blank] : []))
  return allInWords(blanks.map((b) => recordWords.blanks[b]))
}

/** Every place in every home, a row for each. */
export function placeTable(view: RecordView): LinkedTable {
  const { places, lastNight } = saferSleepOf(view)
  return {
    head: [words.place, words.seen, words.firm, words.clear, words.room, words.storage, words.near, words.lastNight],
    rows: places.map((p) => ({
      name: words.placeIn(subjectInWords(view, { id: p.place, kind: 'place' }), p.home.join(' / ')),
      cells: [
        ...(['seen', 'firm', 'clear', 'room', 'storage'] as const).map((part) => ({
          text: heldInWords(view, SLEEP.place, part, p[part]),
          slot: { question: SLEEP.place, subject: p.place },
        })),
        { text: nearInWords(view, p), slot: { question: SLEEP.near, subject: p.place } },
        {
          text: p.lastNight ? words.here : lastNight.place.length === 0 ? recordWords.blanks.unanswered : words.notHere,
          slot: { question: SLEEP.lastNight, subject: view.contact },
        },
      ],
    })),
  }
}

function nearInWords(view: RecordView, place: SleepPlace): string {
  if (place.near.length === 0) return heldInWords(view, SLEEP.near, 'who', place.nearHeld)
  return [place.near.map((p) => nameOf(view, p)).join(', '), ...place.often].join(': ')
}

/** The baby's own markers, and where the baby slept, contact by contact. */
export function babyTable(view: RecordView): LinkedTable {
  return {
    head: [words.child, words.markers],
    rows: saferSleepOf(view).babies.map(({ child, markers }) => ({
      name: nameOf(view, child),
      cells: [
        {
          text: heldInWords(view, SLEEP.markers, 'markers', markers),
          slot: { question: SLEEP.markers, subject: child },
        },
      ],
    })),
  }
}

export function nightTable(view: RecordView): LinkedTable {
  const { lastNight, otherNights } = saferSleepOf(view)
  const dayOf = (id: string) => view.contacts.find((c) => c.id === id)?.value.startedOn ?? ''
  return {
    head: [words.nights, words.lastNight, words.lastUseNight],
    rows: [lastNight, ...otherNights].map((night, i) => ({
      name: i === 0 ? words.lastNightAt : words.atContact(dayInWords(dayOf(night.contact))),
      cells: [
        { text: placeInWords(view, 'last-night', night.place), slot: slotOf(night.contact) },
        { text: placeInWords(view, 'last-use-night', night.useNight), slot: slotOf(night.contact) },
      ],
    })),
  }
}
const slotOf = (contact: string): Slot => ({ question: SLEEP.lastNight, subject: contact })
const placeInWords = (view: RecordView, part: string, held: Held) => heldInWords(view, SLEEP.lastNight, part, held)

/** The plans for tonight and for other nights: who is to be unaffected, and whether they said yes themselves. */
export function planTable(view: RecordView): LinkedTable {
  const { plans } = saferSleepOf(view)
  const question = view.question(SLEEP.plans)
  return {
    head: [words.situation, words.unaffected, words.confirmed, words.sleeps, words.ring],
    rows: plans.map((p) => {
      const cell = (text: string): LinkedCell => ({
        text: text || recordWords.blanks.unanswered,
        slot: { question: SLEEP.plans, subject: WHOLE },
      })
      const doubts = p.doubts.flatMap((d) =>
        d.kind === 'not-confirmed' ? [] : [words.doubts[d.kind](nameOf(view, d.person ?? ''))],
      )
      const yes = p.confirmed === 'yes' && p.confirmedOn ? words.yesOn(dayInWords(p.confirmedOn)) : undefined
      return {
        name:
          question && p.situation ? optionInWords(question, 'situation', p.situation) : recordWords.blanks.unanswered,
        cells: [
          cell([p.adults.map((a) => nameOf(view, a)).join(', ') || words.nobodyNamed, ...doubts].join('. ')),
          cell(yes ?? words.confirmedWords[p.confirmed]),
          cell(p.sleeps),
          cell(p.ring),
        ],
      }
    }),
  }
}

export const nameOf = (view: RecordView, id: string): string => subjectIdInWords(view, id) || recordWords.cannotShow

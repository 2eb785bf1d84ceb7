import { type NightPlan, saferSleepOf } from '../domain/safer-sleep.ts'
import type { RecordView } from '../domain/view.ts'
import { SLEEP_ALCOHOL_AWAITS, SLEEP_ALCOHOL_SOURCES } from '../guidance/whole.ts'
import { optionInWords } from './answer-words.ts'
import type { Block, PdfDocument } from './pdf/blocks.ts'
import { sleepPictures } from './pictures/safer-sleep.ts'
import { sideBySide } from './pictures/side-by-side.ts'
import { sheetWords as words } from './sleep/sheet-words.ts'
import {
  alwaysSaid,
  babyName,
  type FittedMessages,
  filled,
  messagesAboutBabies,
  messagesToAdults,
} from './sleep/sleep-messages.ts'
import { nameOf } from './sleep/sleep-tables.ts'
import { dayOfInstantInWords } from './words.ts'

/** What the practitioner chose to put on the sheet; nothing of it is chosen beforehand. */
export interface SheetChoices {
  /** Adults who agreed that their own points are named. */
  named: readonly string[]
  /** The baby's own markers are named. */
  baby: boolean
  /** Plans for nights other than tonight, by their subject. */
  plans: readonly string[]
}
export const NOTHING_CHOSEN: SheetChoices = { named: [], baby: false, plans: [] }

/** The sheet as plain data: the screen shows it and the PDF prints it. */
export interface SheetContent {
  title: string
  tonight: readonly string[]
  everyNight: readonly string[]
  forUs: readonly string[]
  otherNights: readonly string[]
  alcohol: string
  help: readonly string[]
}

/**
 * One page for the family. Only what was chosen names anybody's drinking, smoking, drugs or medicine; what relatives
 * reported, answers about abuse and what speaks against a named helper are never on it.
 */
export function sheetContent(view: RecordView, choices: SheetChoices): SheetContent {
  const baby = babyName(view)
  const Baby = filled('{baby}', { baby })
  const { plans } = saferSleepOf(view)
  const tonight = plans.filter((p) => p.situation === TONIGHT)
  const fitted = [
    ...messagesToAdults(view).filter((a) => choices.named.includes(a.subject)),
    ...(choices.baby ? messagesAboutBabies(view) : []),
  ].filter((f) => f.messages.length > 0)
  const others = plans.filter((p) => p.situation !== TONIGHT && choices.plans.includes(p.plan))
  const isMuch = fitted.flatMap((f) => f.messages).length + others.length > MANY
  return {
    title: words.title(baby),
    tonight: (tonight.length > 0 ? tonight : [undefined]).flatMap((p) => planLines(view, p, Baby)),
    everyNight: [...alwaysSaid(view), words.everybody(baby)],
    forUs: fitted.flatMap((f) => (isMuch ? [inShort(f, baby)] : inFull(f, baby))),
    otherNights: others.map((p) => words.otherNight(nightOf(view, p), planLines(view, p, Baby).join('. '))),
    alcohol: `${SLEEP_ALCOHOL_SOURCES} ${SLEEP_ALCOHOL_AWAITS}`,
    help: [words.emergency(Baby), words.worried(baby)],
  }
}

const isBaby = ({ messages }: FittedMessages): boolean => messages.some((m) => m.of === 'baby')

const inFull = (f: FittedMessages, baby: string): string[] =>
  f.messages.map((m) => filled(m.onSheet, { baby: isBaby(f) ? f.name : baby, who: f.name }))

/** All of one person's points in one line. */
function inShort(f: FittedMessages, baby: string): string {
  const points = list.format(f.messages.map((m) => m.inShort))
  return filled(isBaby(f) ? words.babyInShort(f.name, points) : words.adultInShort(f.name, points), { baby })
}
const list = new Intl.ListFormat('en-GB')

export const TONIGHT = 'tonight'

export const nightOf = (view: RecordView, { situation }: NightPlan): string => {
  const question = view.question('SLP-08')
  return question ? optionInWords(question, 'situation', situation) : situation
}

/** Something recorded speaks against this adult as the unaffected one; the sheet does not say what, and leaves them out. */
export const isDoubtful = (plan: NightPlan, person: string): boolean => plan.doubts.some((d) => d.person === person)

function planLines(view: RecordView, plan: NightPlan | undefined, baby: string): string[] {
  const adults = (plan?.adults ?? []).filter((a) => plan && !isDoubtful(plan, a)).map((a) => nameOf(view, a))
  const named = adults.map((name) => (plan?.confirmed === 'yes' ? words.saidYes(name) : words.askFirst(name)))
  return [
    words.sleeps(baby, plan?.sleeps || words.toWriteIn),
    words.awake(named.join(', ') || words.toWriteIn),
    words.ring(plan?.ring || words.toWriteIn),
  ]
}

interface SheetWishes {
  view: RecordView
  choices: SheetChoices
  /** ISO 8601. */
  madeAt: string
  large?: boolean
}

/** The sheet as a document of one A4 page; in large type its running text is 16 points, and it may take two. */
export function familySleepSheet({ view, choices, madeAt, large = false }: SheetWishes): PdfDocument {
  const sheet = sheetContent(view, choices)
  const points = sheet.forUs.length + sheet.otherNights.length
  const size: Size = large ? 'large' : points > SOME ? 'small' : 'usual'
  const day = dayOfInstantInWords(madeAt)
  const pictures = sideBySide(sleepPictures(), { columns: 4, width: PICTURE[size], type: large ? 13 : 9.5 })
  return {
    title: words.documentTitle(day),
    lang: 'en-GB',
    created: madeAt,
    header: words.header,
    footer: words.footer(day, view.pack.id),
    pageLabel: words.page,
    ...(large && { type: 'large' as const }),
    blocks: [
      { kind: 'heading', level: 1, runs: sheet.title, bookmark: words.header },
      { kind: 'note', title: words.tonight, runs: sheet.tonight.join('\n') },
      pictures,
      ...listUnder(words.everyNight, sheet.everyNight, size),
      ...listUnder(words.forUs, sheet.forUs, size),
      ...listUnder(words.otherNights, sheet.otherNights, size),
      { kind: 'paragraph', runs: sheet.alcohol, small: !large },
      ...listUnder(words.help, sheet.help, size),
    ],
  }
}
/** From so many points on, text and pictures are smaller, to keep to one page. */
const SOME = 2
const MANY = 6
type Size = 'large' | 'usual' | 'small'
/** The width of one picture, of 483 points for all four. */
const PICTURE: Record<Size, number> = { large: 121, usual: 121, small: 84 }

const listUnder = (title: string, items: readonly string[], size: Size): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', level: size === 'large' || size === 'usual' ? 2 : 3, runs: title },
        { kind: 'list', items, small: size === 'small' },
      ]

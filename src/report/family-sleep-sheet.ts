import { type NightPlan, saferSleepOf } from '../domain/safer-sleep.ts'
import type { RecordView } from '../domain/view.ts'
import { SLEEP_ALCOHOL_AWAITS, SLEEP_ALCOHOL_SOURCES } from '../guidance/index.ts'
import { optionInWords } from './answer-words.ts'
import type { Block, PdfDocument } from './pdf/blocks.ts'
import { sleepPictures } from './pictures/safer-sleep.ts'
import { sideBySide } from './pictures/side-by-side.ts'
import { sheetWords as words } from './sleep/sheet-words.ts'
import { alwaysSaid, babyName, filled, messagesAboutBabies, messagesToAdults } from './sleep/sleep-messages.ts'
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
  const adults = messagesToAdults(view).filter((a) => choices.named.includes(a.subject))
  return {
    title: words.title(baby),
    tonight: (tonight.length > 0 ? tonight : [undefined]).flatMap((p) => planLines(view, p, Baby)),
    everyNight: [...alwaysSaid(view), words.everybody(baby)],
    forUs: [
      ...adults.flatMap((a) => a.messages.map((m) => filled(m.onSheet, { baby, who: a.name }))),
      ...(choices.baby ? messagesAboutBabies(view) : []).flatMap((b) =>
        b.messages.map((m) => filled(m.onSheet, { baby: b.name })),
      ),
    ],
    otherNights: plans
      .filter((p) => p.situation !== TONIGHT && choices.plans.includes(p.plan))
      .map((p) => words.otherNight(nightOf(view, p), planLines(view, p, Baby).join('. '))),
    alcohol: `${SLEEP_ALCOHOL_SOURCES} ${SLEEP_ALCOHOL_AWAITS}`,
    help: [words.emergency(Baby), words.worried(baby)],
  }
}

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
  const size = !large && points > SOME ? { small: true } : {}
  const day = dayOfInstantInWords(madeAt)
  const width = !large && points > MANY ? 92 : 121
  const pictures = sideBySide(sleepPictures(), { columns: 4, width, type: large ? 13 : 9.5 })
  return {
    title: words.documentTitle(day),
    lang: 'en-GB',
    created: madeAt,
    header: words.header,
    footer: words.footer(day, view.pack.id),
    pageLabel: words.page,
    ...(large && { type: 'large' as const }),
    blocks: [
      { kind: 'heading', level: 1, runs: sheet.title },
      { kind: 'note', title: words.tonight, runs: sheet.tonight.join('\n') },
      pictures,
      ...listUnder(words.everyNight, sheet.everyNight, size),
      ...listUnder(words.forUs, sheet.forUs, size),
      ...listUnder(words.otherNights, sheet.otherNights, size),
      { kind: 'paragraph', runs: sheet.alcohol, ...(!large && { small: true }) },
      ...listUnder(words.help, sheet.help, size),
    ],
  }
}
/** From so many points on the lists, and then the pictures, are drawn smaller, to keep to one page. */
const SOME = 2
const MANY = 6

const listUnder = (title: string, items: readonly string[], size: { small?: boolean }): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, runs: title },
        { kind: 'list', items, ...size },
      ]

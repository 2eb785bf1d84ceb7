import { type Answer, chosen, isBlank, numberIn } from './answer.ts'
import { writeOrigin } from './claim-origin.ts'
import type { Slot } from './entry.ts'
import type { ClaimRaiser } from './question.ts'
import { HOMES } from './subjects.ts'
import type { RecordView } from './view.ts'

/** A claim that an answer makes and that nobody has written down. Nothing becomes a claim to check by itself. */
export interface ClaimOffer {
  origin: string
  raiser: ClaimRaiser
  answer: Answer
  /** The option, number or blank that makes it. */
  made: string
}

/** What the answers claim and nobody has written down yet, in the order of the guidance. What was taken out stays out. */
export function claimOffers(view: RecordView): readonly ClaimOffer[] {
  const raised = originsIn(view)
  const offered = new Map<string, ClaimOffer>()
  for (const raiser of view.pack.claimRaisers ?? []) {
    // A private answer is not copied to a list that stands open on the screen.
    const question = view.question(raiser.question)
    if (!question || question.private) continue
    const asked = new Set(view.subjects(question.per).map((s) => s.id))
    for (const { subject } of view.record.slotsOf(raiser.question)) {
      if (!question.collects && !asked.has(subject)) continue
      for (const answer of view.standing(raiser.question, subject)) {
        for (const made of claimedIn(raiser, answer)) {
          const origin = originOf(answer, raiser, made)
          if (!raised.has(origin)) offered.set(origin, { origin, raiser, answer, made })
        }
      }
    }
  }
  return [...offered.values()]
}

function claimedIn({ part, is, blank, asTold }: ClaimRaiser, answer: Answer): readonly string[] {
  const how = answer.entry.basis?.how
  if (!asTold && how !== undefined && how !== 'said') return []
  if (isBlank(answer.value)) return answer.value.blank === blank ? [answer.value.blank] : []
  if (part === undefined) return []
  if (is) return chosen(answer, part).filter((option) => is.includes(option))
  const n = numberIn(answer, part)
  return n === undefined ? [] : [String(n)]
}

const originOf = ({ question, subject }: Slot, { part = '' }: ClaimRaiser, made: string): string =>
  writeOrigin([question, subject, part, made])

function originsIn(view: RecordView): ReadonlySet<string> {
  const claims = view.record.entries.filter((e) => e.slot.question === HOMES.claim)
  return new Set(
    claims.flatMap((e) => {
      const origin = (e.value as { parts?: Record<string, unknown> } | null)?.parts?.['raised-by']
      return typeof origin === 'string' ? [origin] : []
    }),
  )
}

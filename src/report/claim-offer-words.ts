import type { PartValue } from '../domain/answer.ts'
import type { ClaimOffer } from '../domain/claim-offer.ts'
import { adultOf, childOf, substanceOf } from '../domain/subjects.ts'
import { parentOf, type RecordView } from '../domain/view.ts'
import { optionInWords, thingInWords } from './answer-words.ts'
import { subjectIdInWords, subjectInWords, substanceInWords } from './subject-words.ts'

/** The claim as it would be written down: what an answer says, and of whom. */
export function offerInWords(view: RecordView, offer: ClaimOffer): string {
  const { answer, raiser, made } = offer
  const question = view.question(answer.question)
  const subject = answer.subject
  const words: Record<string, () => string> = {
    who: () => adultIn(view, offer).map((id) => subjectInWords(view, { id, kind: 'person' }))[0] ?? 'somebody',
    child: () => subjectInWords(view, { id: childOf(subject), kind: 'child' }),
    substance: () => lower(substanceInWords(substanceOf(subject))),
    option: () => (question ? lower(optionInWords(question, raiser.part ?? '', made)) : made),
    thing: () => (question ? thingInWords(question, answer, view) : ''),
    n: () => made,
  }
  return `Says that ${raiser.says.replace(/\{(\w+)\}/g, (_, place: string) => words[place]?.() ?? '')}`
}

/** The parts of the claim that one tap writes down. What the answer does not tell stays open. */
export function claimFromOffer(view: RecordView, offer: ClaimOffer): Record<string, PartValue> {
  const { answer, raiser, origin } = offer
  const { entry } = answer
  const about = adultIn(view, offer)
  const by = entry.basis?.by ? subjectIdInWords(view, entry.basis.by) || entry.basis.by : ''
  const perUse = view.question(answer.question)?.per === 'use'
  return {
    label: offerInWords(view, offer),
    topic: raiser.topic,
    ...(about.length > 0 && { about }),
    ...(perUse && { substance: substanceOf(answer.subject) }),
    polarity: raiser.polarity,
    ...(by && { 'stated-by': by }),
    'stated-on': { on: entry.observedOn ?? entry.recordedAt.slice(0, 10) },
    'raised-by': origin,
  }
}

/** The adult or person that the answer is about. */
function adultIn(view: RecordView, { answer, raiser }: ClaimOffer): readonly string[] {
  const question = view.question(answer.question)
  // That a list holds nothing stands in the slot of the list, and not under it.
  const subject = question?.collects && raiser.blank === undefined ? parentOf(answer.subject) : answer.subject
  switch (question?.per) {
    case 'person':
    case 'adult':
    case 'use':
    case 'adult-child':
      return [adultOf(subject)]
    default:
      return []
  }
}

const lower = (text: string): string => (/^[A-Z][A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

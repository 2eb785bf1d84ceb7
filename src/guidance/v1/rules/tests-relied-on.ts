import { type Answer, chosen } from '../../../domain/answer.ts'
import { HOMES } from '../../../domain/subjects.ts'
import { saysNoUse } from '../../../domain/test-doubts.ts'
import type { RecordView } from '../../../domain/view.ts'
import { has, saying } from './facts.ts'

export interface ReliedOn {
  test: Answer
  /** The claim and the finding for which it is used. */
  because: Answer[]
  /** The claim is about another substance than the test. */
  otherSubstance: boolean
}

/** Negative tests that are used to show no use: because somebody says so, or because a claim of no use rests on them. */
export function reliedOn(view: RecordView): ReliedOn[] {
  return saying(view, 'TRI-03', 'result', 'negative').flatMap((test) => {
    const uses = usesOf(view, test.subject)
    if (uses.length === 0 && !has(test, 'as-proof', 'yes')) return []
    const [substance] = chosen(test, 'substance')
    const named = uses.flatMap((u) => u.claim).flatMap((c) => chosen(c, 'substance'))
    return [
      {
        test,
        because: [...new Set(uses.flatMap((u) => [...u.claim, u.finding]))],
        otherSubstance: substance !== undefined && named.some((s) => s !== substance),
      },
    ]
  })
}

function usesOf(view: RecordView, test: string): { claim: readonly Answer[]; finding: Answer }[] {
  return view.subjects('claim').flatMap(({ id }) => {
    const claim = view.answersFor(HOMES.claim, id)
    if (!saysNoUse(claim)) return []
    return view
      .items('TRI-02', id)
      .filter((f) => has(f, 'source', 'test') && has(f, 'finding', 'agrees') && has(f, 'test', test))
      .map((finding) => ({ claim, finding }))
  })
}

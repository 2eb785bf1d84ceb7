import type { Condition } from '../../src/domain/condition.ts'
import type { Derivation, GuidancePack, Option, Part, Question } from '../../src/domain/question.ts'

/** Each lint gives one line per fault; none when the pack is sound. */
export type Lint = (pack: GuidancePack) => readonly string[]

const questionsOf = (pack: GuidancePack): readonly Question[] => pack.steps.flatMap((s) => s.questions)

export const misplacedIds: Lint = (pack) => [
  ...repeated(questionsOf(pack).map((q) => q.id)).map((id) => `${id} is there twice`),
  ...pack.steps.flatMap((s) =>
    s.questions
      .filter((q) => q.step !== s.id || !q.id.startsWith(`${s.id}-`))
      .map((q) => `${q.id} does not belong to ${s.id}`),
  ),
]

/** Parts, options, rows and cells that share an id, grids without rows, collections without a word for one thing. */
export const brokenShapes: Lint = (pack) =>
  questionsOf(pack).flatMap((q) => [
    ...repeated(q.parts.map((p) => p.id)).map((id) => `${q.id}: part ${id} is there twice`),
    ...[...q.parts.flatMap(optionLists), q.subjectRows ?? []].flatMap((list) =>
      repeated(list.map((o) => o.id)).map((id) => `${q.id}: option ${id} is there twice`),
    ),
    ...q.parts.filter(isEmptyList).map((p) => `${q.id}: ${p.id} offers nothing to choose`),
    ...(q.collects && !q.thing ? [`${q.id}: a collection without a word for one thing`] : []),
    ...(q.parts.length === 0 ? [`${q.id}: no parts`] : []),
  ])

export const danglingPartConditions: Lint = (pack) =>
  questionsOf(pack).flatMap((q) =>
    q.parts.flatMap((p) => {
      if (!p.when) return []
      const { part: id, is } = p.when
      const other = q.parts.find((x) => x.id === id)
      if (!other || other === p) return [`${q.id}: ${p.id} waits for part ${id}, which is not there`]
      if (other.kind !== 'single' && other.kind !== 'multi') return [`${q.id}: ${p.id} waits for ${id}, not a choice`]
      return missing(is, other.options).map((o) => `${q.id}: ${p.id} waits for option ${o} of ${id}, not offered`)
    }),
  )

/** `ruleIds`: what a condition may wait to see raised. */
export const danglingConditions = (pack: GuidancePack, ruleIds: readonly string[]): readonly string[] => {
  const byId = new Map(questionsOf(pack).map((q) => [q.id, q]))
  return questionsOf(pack).flatMap((q) => faultsIn(q.when).map((fault) => `${q.id} is shown when ${fault}`))

  function faultsIn(c: Condition): string[] {
    switch (c.k) {
      case 'all':
      case 'any':
        return c.of.length === 0 ? ['nothing is listed'] : c.of.flatMap(faultsIn)
      case 'not':
        return faultsIn(c.of)
      case 'raised':
        return ruleIds.some((id) => id.startsWith(c.prefix)) ? [] : [`${c.prefix} is raised: no such rule`]
      case 'answered':
      case 'cell':
      case 'number':
        return faultsInAnswer(c)
      case 'points':
        return c.parts
          .filter((id) => !hasPoints(byId.get(c.question), id))
          .map((id) => `${c.question}.${id}: no points`)
      default:
        return []
    }
  }

  function faultsInAnswer(c: Extract<Condition, { part: string }>): string[] {
    const question = byId.get(c.question)
    if (!question) return [`${c.question}: no such question`]
    if (question.addsTo) return [`${c.question}: it holds nothing, ${question.addsTo} does`]
    const part = question.parts.find((p) => p.id === c.part)
    if (!part) return [`${c.question}.${c.part}: no such part`]
    const wrongKind = [`${c.question}.${c.part}: a ${part.kind} part cannot be ${c.k}`]
    if (c.k === 'number') return part.kind === 'number' ? [] : wrongKind
    if (c.k === 'cell') {
      if (part.kind !== 'grid') return wrongKind
      return [...missing(c.is, part.cells), ...(c.row === undefined ? [] : missing([c.row], part.rows))].map(
        (id) => `${c.question}.${c.part}: ${id} is not offered`,
      )
    }
    if (part.kind !== 'single' && part.kind !== 'multi') return wrongKind
    return missing(c.is, part.options).map((id) => `${c.question}.${c.part}: ${id} is not offered`)
  }
}

const hasPoints = (question: Question | undefined, id: string): boolean =>
  question?.parts.some((p) => p.id === id && p.kind === 'single' && p.options.every((o) => o.points !== undefined)) ??
  false

/** Numbers that follow from parts which are not there, or are of another kind; copies to what is no number. */
export const danglingDerivations: Lint = (pack) =>
  questionsOf(pack).flatMap((q) => {
    const kindOf = (id: string) => q.parts.find((p) => p.id === id)?.kind
    const faultsIn = (part: string, d: Derivation): string[] => {
      const wanted = { units: 'drinks', rows: 'grid', sum: 'number' }[d.k]
      return [d.of].flat().flatMap((id) => (kindOf(id) === wanted ? [] : [`${q.id}.${part}: ${id} is no ${wanted}`]))
    }
    return q.parts.flatMap((p) => {
      if (p.kind === 'number' && p.derived) return faultsIn(p.id, p.derived)
      if (p.kind !== 'grid' || !p.week) return []
      const copies = p.week.copiesTo.filter((id) => kindOf(id) !== 'number')
      return [...faultsIn(p.id, p.week.counts), ...copies.map((id) => `${q.id}.${p.id}: ${id} is no number`)]
    })
  })

export const brokenAdditions: Lint = (pack) =>
  questionsOf(pack).flatMap((q) => {
    if (!q.addsTo) return []
    const target = questionsOf(pack).find((x) => x.id === q.addsTo)
    if (!target?.collects) return [`${q.id} adds to ${q.addsTo}, which is no collection`]
    return target.per === q.per && sameParts(target, q) ? [] : [`${q.id} and ${q.addsTo} do not ask for the same`]
  })

export const unknownTopics = (pack: GuidancePack, topics: readonly Option[]): readonly string[] =>
  questionsOf(pack).flatMap((q) => missing(q.topics, topics).map((t) => `${q.id}: no topic ${t}`))

export const withoutSource = (pack: GuidancePack, requirementIds: ReadonlySet<string>): readonly string[] =>
  questionsOf(pack).flatMap((q) => [
    ...(q.requirements.length === 0 ? [`${q.id} names no requirement`] : []),
    ...q.requirements.filter((r) => !requirementIds.has(r)).map((r) => `${q.id}: no requirement ${r}`),
  ])

/** Words that shame or accuse, or that say more than is known. */
const FORBIDDEN =
  /\b(addicts?|addicted|clean|dirty|misusers?|non-?complian(t|ce)|failed to attend|mums?|den(y|ies|ied))\b/i

export const forbiddenWords = (texts: readonly string[]): readonly string[] => texts.filter((t) => FORBIDDEN.test(t))

/** Everything in a pack that somebody reads. */
export const textsOf = (pack: GuidancePack): readonly string[] =>
  pack.steps.flatMap((s) => [s.name, s.group, ...s.questions.flatMap(textsOfQuestion)])

const textsOfQuestion = (q: Question): readonly string[] => [
  q.text,
  q.hint ?? '',
  q.why,
  q.thing ?? '',
  ...(q.subjectRows ?? []).map((o) => o.label),
  ...q.parts.flatMap((p) => [
    p.label ?? '',
    p.hint ?? '',
    p.kind === 'text' ? (p.prefill ?? '') : '',
    ...optionLists(p)
      .flat()
      .map((o) => o.label),
  ]),
]

export function optionLists(p: Part): readonly (readonly Option[])[] {
  if (p.kind === 'single' || p.kind === 'multi') return [p.options]
  return p.kind === 'grid' ? [p.rows, p.cells] : []
}

const isEmptyList = (p: Part): boolean => optionLists(p).some((list) => list.length === 0)
const sameParts = (a: Question, b: Question): boolean => JSON.stringify(a.parts) === JSON.stringify(b.parts)
const missing = (ids: readonly string[], options: readonly Option[]): readonly string[] =>
  ids.filter((id) => !options.some((o) => o.id === id))
const repeated = (ids: readonly string[]): readonly string[] => ids.filter((id, i) => ids.indexOf(id) < i)

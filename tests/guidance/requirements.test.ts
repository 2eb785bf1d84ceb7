import { describe, expect, it } from 'vitest'
import { loadSources } from '../../src/guidance/index.ts'
import { OUTPUTS } from '../../src/guidance/v1/requirements/outputs.ts'
import type { Means, Requirement } from '../../src/guidance/v1/requirements/requirement.ts'
import { requirements } from '../../src/guidance/v1/requirements.ts'
import { ACTION_IDEAS, AWAITING_SIGN_OFF, DEFAULTS, packV1, rules } from '../../src/guidance/whole.ts'

const questions = packV1.steps.flatMap((s) => s.questions)
const triggers = Array.from({ length: 20 }, (_, i) => `RT-${String(i + 1).padStart(2, '0')}`)

/** Whether the thing that is said to meet a requirement is there. */
function exists(means: Means): boolean {
  const [kind, id = ''] = means.split(/:(.*)/s)
  switch (kind) {
    case 'rule':
      return rules.some((r) => r.id === id)
    case 'trigger':
      return triggers.includes(id)
    case 'help':
      return questions.some((q) => q.id === id && q.hint)
    case 'action':
      return ACTION_IDEAS.some((a) => a.id === id)
    default:
      return Object.keys(OUTPUTS).includes(id)
  }
}
const unmet = (all: readonly Requirement[]): readonly string[] =>
  all
    .filter((r) => r.scope === 'must' && r.metBy.length === 0)
    .filter((r) => !questions.some((q) => q.requirements.includes(r.id)))
    .map((r) => r.id)

describe('requirements', () => {
  it('are all there, each once', () => {
    const counts = { NSPCC: 70, PROC: 56, SSIA: 79, WTPF: 25, ABC: 18 }
    const meant = Object.entries(counts).flatMap(([prefix, n]) =>
      Array.from({ length: n }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`),
    )
    expect(requirements.map((r) => r.id).sort()).toEqual(meant.sort())
    expect(requirements.filter((r) => r.scope === 'must')).toHaveLength(182)
  })

  it('that must be met are met by a question or by something named', () => {
    expect(unmet(requirements)).toEqual([])
  })

  it('that must be met and that nothing meets are told', () => {
    const orphan = {
      id: 'NSPCC-99',
      kind: 'failing',
      scope: 'must',
      says: '',
      source: 'nspcc-2023',
      section: '',
      metBy: [],
    }
    expect(unmet([orphan as Requirement])).toEqual(['NSPCC-99'])
  })

  it('name only what is there', () => {
    expect(requirements.flatMap((r) => r.metBy.filter((m) => !exists(m)).map((m) => `${r.id} ${m}`))).toEqual([])
    expect(exists('rule:ZZ-01')).toBe(false)
    expect(exists('help:ZZ-01')).toBe(false)
  })

  it('are what rules and ideas for actions name', () => {
    const known = new Set(requirements.map((r) => r.id))
    const named = [...rules, ...ACTION_IDEAS].flatMap((x) => x.requirements.map((r) => ({ from: x.id, r })))
    expect(named.filter(({ r }) => !known.has(r))).toEqual([])
    expect(rules.filter((r) => r.requirements.length === 0).map((r) => r.id)).toEqual([])
  })

  it('lead to the document and section they come from', async () => {
    const { requirementFrom } = await loadSources()
    const found = requirementFrom('NSPCC-62')
    expect(found && [found.source.publisher, found.source.year, found.requirement.section]).toEqual([
      'NSPCC',
      2023,
      'Managing risk',
    ])
    expect(requirementFrom('NSPCC-99')).toBeUndefined()
    expect(requirements.filter((r) => !requirementFrom(r.id))).toEqual([])
  })
})

describe('what awaits clinical sign-off', () => {
  it('names rules and numbers that exist', () => {
    const known = new Set([...rules.map((r) => r.id), ...Object.keys(DEFAULTS)])
    expect(AWAITING_SIGN_OFF.flatMap((a) => a.touches).filter((t) => !known.has(t))).toEqual([])
  })

  it('lists every default number and every rule that is marked so', () => {
    const listed = new Set(AWAITING_SIGN_OFF.flatMap((a) => a.touches))
    const marked = rules.filter((r) => r.awaitsSignOff).map((r) => r.id)
    expect([...Object.keys(DEFAULTS), ...marked, 'SP-03', 'SP-04'].filter((id) => !listed.has(id))).toEqual([])
  })
})

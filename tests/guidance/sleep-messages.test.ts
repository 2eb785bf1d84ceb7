import { describe, expect, it } from 'vitest'
import { requirements } from '../../src/guidance/v1/requirements.ts'
import {
  AWAITING_SIGN_OFF,
  packV1,
  SLEEP_ALCOHOL_SOURCES,
  SLEEP_ALWAYS,
  SLEEP_MESSAGES,
} from '../../src/guidance/whole.ts'
import { forbiddenWords, optionLists } from './pack-lints.ts'

const partOf = (question: string) => packV1.steps.flatMap((s) => s.questions).find((q) => q.id === question)?.parts[0]
const factorsOf = (question: string) => {
  const part = partOf(question)
  return (part ? (optionLists(part)[0] ?? []) : []).filter((o) => !o.exclusive).map((o) => o.id)
}
const texts = [
  ...SLEEP_MESSAGES.flatMap((m) => [m.toThem, m.onSheet, ...m.sources.map((s) => s.says)]),
  ...SLEEP_ALWAYS.map((a) => a.says),
]

describe('the safer-sleep messages', () => {
  it('are there for every factor of an adult and every marker of a baby, each once', () => {
    const of = (whose: string) => SLEEP_MESSAGES.filter((m) => m.of === whose).map((m) => m.factor)
    expect([of('adult'), of('baby')]).toEqual([factorsOf('SLP-05'), factorsOf('SLP-01')])
  })

  it.each(SLEEP_MESSAGES.map((m) => [m.id, m] as const))(
    '%s says “not tonight” or on which nights, and names whom',
    (_, m) => {
      expect(m.toThem).toMatch(/not (in your bed|tonight)/i)
      expect(m.onSheet).toContain('does not share a bed')
      expect(m.onSheet).toContain(m.of === 'adult' ? '{who}' : '{baby}')
    },
  )

  it('name the sofa and the armchair, and say what to do when somebody might doze', () => {
    const said = SLEEP_ALWAYS.map((a) => a.says).join(' ')
    expect(said).toMatch(/sofa or in an armchair/)
    expect(said).toMatch(/If you think you might doze/)
  })

  it('give both sources where they differ, and wait for sign-off', () => {
    const differing = SLEEP_MESSAGES.filter((m) => m.differ)
    expect(differing.map((m) => [m.id, m.sources.map((s) => s.from), m.awaitsSignOff])).toEqual([
      ['alcohol-evening', ['lullaby-trust', 'nice-ng194'], true],
    ])
    expect(SLEEP_ALCOHOL_SOURCES).toMatch(/any alcohol.*two units or more.*stricter/)
    expect(AWAITING_SIGN_OFF.some((a) => a.touches.includes('eveningUnitsNoBedSharing'))).toBe(true)
  })

  it('wait for sign-off wherever no published source was read', () => {
    const ours = SLEEP_MESSAGES.filter((m) => m.sources.some((s) => s.from === 'ours') && !m.awaitsSignOff)
    expect(ours).toEqual([])
  })

  it('rest on requirements that exist', () => {
    const ids = new Set(requirements.map((r) => r.id))
    const named = [...SLEEP_MESSAGES, ...SLEEP_ALWAYS].flatMap((m) => m.requirements)
    expect(named.filter((r) => !ids.has(r))).toEqual([])
  })

  it('shame nobody, promise nothing, and keep to short sentences', () => {
    expect(forbiddenWords(texts)).toEqual([])
    expect(texts.filter((t) => /\b(safe|bad|careless|must|should|guilty|blame)\b/i.test(t))).toEqual([])
    const long = texts.flatMap((t) => t.split(/(?<=[.:])\s/)).filter((s) => s.split(/\s+/).length > 24)
    expect(long).toEqual([])
  })
})

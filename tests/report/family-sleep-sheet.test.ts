import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { recordOf } from '../../src/domain/record.ts'
import { saferSleepOf } from '../../src/domain/safer-sleep.ts'
import { viewOf } from '../../src/domain/view.ts'
import { packV1 } from '../../src/guidance/whole.ts'
import { familySleepSheet, NOTHING_CHOSEN, type SheetChoices } from '../../src/report/family-sleep-sheet.ts'
import { renderPdf } from '../../src/report/pdf/emit.ts'
import { loadFontsFromDisk } from '../../src/report/pdf/node-fonts.ts'
import { readPdf } from './read-pdf.ts'
import { anEntry, caseOf, parts, TODAY, textOf } from './report-builders.ts'

const madeAt = `${TODAY}T12:00:00.000Z`
const family = (...more: readonly Entry[]) => {
  const { entries, contact } = caseOf('FX-C')
  return viewOf(recordOf([...entries, ...more]), packV1, TODAY, contact)
}
type View = ReturnType<typeof family>
const plan = (id: string, held: Record<string, unknown>) =>
  anEntry({ id: `plan-${id}`, question: 'SLP-08', subject: id, value: parts(held) })
const person = (view: View, label: string) => {
  const found = view
    .subjects('person')
    .find((p) => view.answersFor('NET-01', p.id).some((a) => JSON.stringify(a.value).includes(label)))
  if (!found) throw new Error(`Nobody is called ${label}`)
  return found.id
}
const sheet = (view: View, choices: Partial<SheetChoices> = {}, large = false) =>
  familySleepSheet({ view, choices: { ...NOTHING_CHOSEN, ...choices }, madeAt, large })
const text = (view: View, choices?: Partial<SheetChoices>) => textOf(sheet(view, choices))
const rendered = async (view: View, choices: Partial<SheetChoices>, large: boolean) =>
  renderPdf(sheet(view, choices, large), await loadFontsFromDisk())
const everybody = (view: View): SheetChoices => ({
  named: saferSleepOf(view).adults.map((a) => a.person),
  baby: true,
  plans: saferSleepOf(view).plans.map((p) => p.plan),
})

describe('the family sheet, when nothing is chosen', () => {
  it('names nobody’s smoking, drink, drugs or medicine, no relative, and nothing of the baby', () => {
    const words = text(family())
    expect(words).not.toMatch(/\b(Sam|Pat|Beth)\b/)
    expect(words).not.toMatch(/early|small at birth|cans|dozed|problem|laundry/i)
  })

  it('still says what everybody is told: a space of their own, no sofa or armchair, what to do when dozing', () => {
    const words = text(family())
    expect(words).toContain('in a clear, flat, firm space of their own')
    expect(words).toContain('Never sleep with Wren on a sofa or in an armchair')
    expect(words).toContain('If you think you might doze: put Wren down in the cot first')
    expect(words).toContain('ring 999')
  })

  it('gives both sources on alcohol, the stricter one as ours, and that it awaits sign-off', () => {
    expect(text(family())).toContain(
      'The Lullaby Trust says: not after any alcohol. NICE says: not after two units or more. We go by the stricter one: any alcohol. A clinical lead has still to sign this off.',
    )
  })

  it('leaves lines to write on where no plan for tonight is recorded', () => {
    expect(text(family())).toMatch(/Wren sleeps: _+ Awake, and has not drunk or used: _+ Who to ring: _+/)
  })
})

describe('the family sheet, as chosen', () => {
  it('names the factors of the adult who agreed, and of nobody else', () => {
    const view = family()
    const words = text(view, { named: [person(view, 'Sam')] })
    expect(words).toContain('Sam smokes, even if only outside.')
    expect(words).toContain('Sam drinks in the evening.')
    expect(words).not.toMatch(/\bPat\b/)
  })

  it('names what the baby brings when that is chosen', () => {
    expect(text(family(), { baby: true })).toMatch(/Wren was born early\..*Wren was small at birth\./)
  })

  it('gives tonight’s plan, with whether the awake adult has said yes', () => {
    const beth = person(family(), 'Beth')
    const tonight = { situation: 'tonight', adult: [beth], sleeps: 'Moses basket', ring: 'Ann, 01632 960001' }
    expect(text(family(plan('p1', tonight)))).toContain(
      'Wren sleeps: Moses basket Awake, and has not drunk or used: Beth (ask first) Who to ring: Ann, 01632 960001',
    )
    expect(text(family(plan('p1', { ...tonight, confirmed: 'yes' })))).toContain('Beth (has said yes)')
  })

  it('does not name as unaffected somebody against whom something is recorded, and does not tell what', () => {
    const pat = person(family(), 'Pat')
    const words = text(family(plan('p1', { situation: 'tonight', adult: [pat], confirmed: 'yes' })))
    expect(words).toMatch(/has not drunk or used: _+/)
    expect(words).not.toMatch(/\bPat\b|tablet|drowsy medicine/)
  })

  it('holds the other nights that were chosen, and no other', () => {
    const view = family(
      plan('p1', { situation: 'argument', sleeps: 'At the refuge' }),
      plan('p2', { situation: 'visitors', sleeps: 'Cot in our room' }),
    )
    const words = text(view, { plans: ['p2'] })
    expect(words).toContain('Visitors: Wren sleeps: Cot in our room')
    expect(words).not.toMatch(/argument|refuge/i)
  })
})

describe('the family sheet on paper', () => {
  it('is one page, also with everybody’s points on it', async () => {
    const everything = { smokes: 'yes', 'alcohol-evening': 'yes', drugs: 'yes', 'very-tired': 'yes' }
    const beth = anEntry({
      id: 'beth',
      question: 'SLP-05',
      subject: person(family(), 'Beth'),
      value: parts({ factors: everything }),
    })
    const view = family(beth, plan('p1', { situation: 'party', sleeps: 'Cot at home', ring: 'Ann' }))
    expect((await rendered(view, NOTHING_CHOSEN, false)).pages).toBe(1)
    expect((await rendered(view, everybody(view), false)).pages).toBe(1)
    expect(text(view, everybody(view))).toContain(
      'Beth smokes, drinks in the evening, uses drugs and is very tired. So Wren does not share a bed with Beth',
    )
  })

  it('has running text of 16 points in large type, on at most two pages', async () => {
    const view = family()
    expect((await rendered(view, NOTHING_CHOSEN, true)).pages).toBeLessThanOrEqual(2)
    const { bytes, pages } = await rendered(view, everybody(view), true)
    expect(pages).toBeLessThanOrEqual(2)
    expect((await readPdf(bytes)).text).toContain('Sam smokes, even if only outside.')
  })

  it('has a neutral title, and pictures with words for somebody who does not see them', () => {
    const document = sheet(family())
    expect([document.title, document.header, document.footer]).toEqual([
      'Sheet of 15 June 2026',
      'Sleep plan',
      `Made on 15 June 2026. Wording: ${packV1.id}`,
    ])
    const figures = document.blocks.filter((b) => b.kind === 'figure')
    expect(figures.map((f) => f.alt)).toEqual([
      expect.stringMatching(/on the back.*beside the bed.*crossed out.*sofa/s),
    ])
  })

  it('keeps the words under each picture within its own column', () => {
    for (const large of [false, true]) {
      const figure = sheet(family(), {}, large).blocks.find((b) => b.kind === 'figure')
      const widths = (figure?.shapes ?? []).flatMap((s) => (s.shape === 'text' ? [s.text.length * s.size * 0.56] : []))
      expect(widths.length).toBeGreaterThan(4)
      expect(Math.max(...widths)).toBeLessThan(121)
    }
  })
})

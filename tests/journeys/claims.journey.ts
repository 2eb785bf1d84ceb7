import { describe, expect, it } from 'vitest'
import { localDay } from '../../src/app/today.ts'
import { addDays } from '../../src/domain/calendar.ts'
import { dateInWords } from '../../src/report/answer-words.ts'
import { violationsOn } from './harness/axe.ts'
import { PHONE, TABLET } from './harness/device.ts'
import type { Practitioner } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'

const asNamed = (_: unknown, value: unknown) => value as readonly string[]
const panel = (hand: Practitioner) => hand.page.getByRole('region', { name: 'Claims and what each source says' })
const daysAgo = (days: number) => ({ on: addDays(localDay(), -days) })

async function aFamily(hand: Practitioner): Promise<void> {
  await hand.startAssessment()
  await hand.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Kit' } })
  await hand.answer({ question: 'START-09', adds: true, parts: { label: 'Ana', part: 'subject' } })
  await hand.answer({ question: 'CON-01', about: 'Ana: Cannabis', parts: { status: 'longer-ago' }, basis: 'said' })
}

describe('a claim on a phone with no network', () => {
  const stage = aStage(PHONE)

  it('is taken from an answer, differs between two sources, and holds the sign-off until it was thought through', async () => {
    const hand = await stage.setUpThenOffline(asNamed)
    await aFamily(hand)
    await hand.openStep('TRI')
    const claim = 'Says that Ana has not used cannabis in the last 12 months'
    const claims = panel(hand)
    await claims.getByText('1 thing that was said could be checked').click()
    expect(await violationsOn(hand.page)).toEqual([])
    await claims.getByRole('button', { name: `Write this down as a claim to check ${claim}` }).click()
    const row = claims.getByRole('rowheader', { name: new RegExp(`^${claim}`) })
    await row.waitFor()

    for (const [source, word] of [
      ['Adult’s own account', 'Agrees'],
      ['Agency record', 'Contradicts'],
    ] as const) {
      await claims.getByRole('button', { name: `Nothing recorded ${source}: ${claim}` }).click()
      const editor = claims.getByRole('group', { name: `${source}: ${claim}` })
      await editor.getByRole('button', { name: word, exact: true }).click()
      await editor.getByRole('radio', { name: 'Yes', exact: true }).waitFor()
      expect(await violationsOn(hand.page)).toEqual([])
      await editor.getByRole('button', { name: 'Done' }).click()
      await editor.waitFor({ state: 'detached' })
    }
    expect(await row.textContent()).toBe(`${claim}Differs`)
    await claims.getByText('Not borne out: a record contradicts it.').waitFor()
    expect(await claims.getByRole('listitem').allTextContents()).toEqual([
      'Think of other explanations',
      'Say whether you put it to the adult',
      'Write what you now think, and what it means for the child',
    ])

    await hand.toSteps()
    await hand.press('Check answers')
    await hand.sees('Check answers')
    await hand.page.getByText('3 things above must be looked at first.').waitFor()
    expect(await violationsOn(hand.page)).toEqual([])
    await hand.page.getByRole('button', { name: 'Back to the list of steps' }).click()

    await hand.lookAtDifference(claim)
    await hand.signOff()
  })
})

describe('a test on a tablet', () => {
  const stage = aStage(TABLET)

  it('supports a claim of no use only when its window covers the time of the claim', async () => {
    const hand = await stage.setUp(asNamed)
    await aFamily(hand)
    const claim = { topic: 'K-USE', about: ['Ana'], substance: 'cannabis', polarity: 'says-no' }
    for (const [label, since] of [
      ['Says none since the summer', 90],
      ['Says none this week', 5],
    ] as const) {
      await hand.answer({ question: 'TRI-08', adds: true, parts: { label, ...claim, since: daysAgo(since) } })
    }
    const taken = daysAgo(1)
    await hand.answer({
      question: 'TRI-03',
      adds: true,
      parts: {
        person: ['Ana'],
        type: 'urine',
        substance: 'cannabis',
        'taken-on': taken,
        result: 'negative',
        'window-days': 14,
        supervised: 'yes',
        panel: 'yes',
      },
    })
    const test = `Cannabis, Urine, ${dateInWords(taken)}, Negative`
    for (const about of ['Says none since the summer', 'Says none this week']) {
      await hand.answer({ question: 'TRI-02', about, adds: true, parts: { source: 'adult', finding: 'agrees' } })
      await hand.answer({
        question: 'TRI-02',
        about,
        adds: true,
        parts: { source: 'test', test: [test], finding: 'agrees' },
      })
    }
    const claims = panel(hand)
    expect(await claims.getByRole('rowheader').allTextContents()).toEqual([
      'Self-report only (1)',
      'Says none since the summerSelf-report only',
      'Supported (1)',
      'Says none this weekSupported',
    ])
    await claims
      .getByText(
        'A negative test here does not count as evidence of no use: its window does not cover the whole time of the claim.',
      )
      .waitFor()
    expect(await violationsOn(hand.page)).toEqual([])
  })
})

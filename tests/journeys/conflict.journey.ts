import { describe, expect, it } from 'vitest'
import type { Author } from '../../src/domain/entry.ts'
import { isTooWide, violationsOn } from './harness/axe.ts'
import { Colleague } from './harness/colleague.ts'
import { PHONE, TABLET } from './harness/device.ts'
import { pdfText } from './harness/pdf-text.ts'
import { type Practitioner, questionOf } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'

const SAM: Author = { id: 'sam', name: 'Sam Okoro', role: 'Drug and alcohol worker', agency: 'Harbour service' }
const HOUSEHOLD = { question: 'NET-15', subject: '-' }
const USERS = { question: 'NET-16', subject: '-' }
const TOLD = { question: 'NET-11', subject: '-' }

/** Nothing that axe finds, and nothing to scroll sideways for, with text at its own size and at twice that. */
async function isAccessible(hand: Practitioner): Promise<void> {
  for (const size of ['100%', '200%']) {
    await hand.page.evaluate((s) => {
      document.documentElement.style.fontSize = s
    }, size)
    expect([size, await violationsOn(hand.page), await isTooWide(hand.page)]).toEqual([size, [], false])
  }
  await hand.page.evaluate(() => {
    document.documentElement.style.fontSize = ''
  })
}

describe.each([
  ['a phone', PHONE],
  ['a tablet', TABLET],
])('an answer on which two people differ, on %s', (_, screen) => {
  const stage = aStage(screen)

  it('is shown with both, counted, printed, and kept as a difference or settled by a choice', async () => {
    const hand = await stage.setUpThenOffline()
    const { page } = hand
    await hand.startAssessment()
    const sam = await Colleague.at(page, SAM)
    await hand.answer({ question: 'NET-15', parts: { says: 'yes' }, basis: 'record' })
    await hand.answer({ question: 'NET-16', parts: { says: 'others' }, basis: 'said' })
    await sam.records(
      { slot: HOUSEHOLD, value: { parts: { says: 'none' } }, basis: { how: 'said', by: 'Kay' } },
      { slot: USERS, value: { parts: { says: 'no-one-else' } }, basis: { how: 'seen' } },
    )

    await hand.toSteps()
    await page.getByText('People recorded different things in 2 answers. Nothing is chosen for you.').waitFor()
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Household and network' })
      .getByText('2 answers on which people differ')
      .waitFor()
    await page.getByRole('button', { name: 'Look at the differences' }).click()
    await hand.sees('Check answers')
    const differences = page.getByRole('region', { name: 'Answers on which people differ (2)' })
    await differences
      .getByRole('radio', { name: /Sam Okoro, Drug and alcohol worker, Harbour service/ })
      .first()
      .waitFor()
    expect(await differences.getByRole('radio', { checked: true }).count()).toBe(0)
    await isAccessible(hand)

    const before = await pdfText(await hand.exportPdf())
    expect(before).toContain('Where people recorded different things')
    expect(before).toContain('Sam Okoro, Drug and alcohol worker, Harbour service')
    expect(before).toContain('Different things were recorded here: 2 of 2')

    const household = await hand.open('NET-15')
    await household.getByRole('radio', { name: 'Keep both as a difference between sources' }).check()
    await household.getByLabel('Why', { exact: true }).fill('Kay and the record differ')
    await household.getByRole('button', { name: 'Record this choice' }).click()
    await household.getByText('They are kept beside each other').waitFor()
    expect(await household.getByRole('listitem').count()).toBe(2)
    await isAccessible(hand)

    const users = await hand.open('NET-16')
    await users.getByRole('radio', { name: /Harbour service/ }).check()
    // What comes in after the choice was begun is not settled by it.
    await sam.records({ slot: USERS, value: { blank: 'not-known' } })
    await users.getByText('Something came in after you began to choose.').waitFor()
    await users.getByLabel('Why', { exact: true }).fill('I went through the rooms')
    await users.getByRole('button', { name: 'Record this choice' }).click()
    await users.getByRole('radio', { name: /because I went through the rooms/ }).waitFor()
    await hand.toSteps()
    await page.getByText('People recorded different things in 1 answer. Nothing is chosen for you.').waitFor()

    await hand.openStep('TRI')
    await page
      .getByRole('rowheader', { name: /Differs/ })
      .filter({ hasText: questionOf('NET-15').text })
      .waitFor()
    const after = await pdfText(await hand.exportPdf())
    expect(after).toContain('Differences that somebody settled')
    expect(after).toMatch(/Kept as a difference between sources by Asha Rahman, Midwife, Community midwifery/)
    expect(after).toContain('Kay and the record differ')
  })

  it('leaves a field in use as it is, says who answered, and keeps both', async () => {
    const hand = await stage.setUpThenOffline()
    const { page } = hand
    await hand.startAssessment()
    const sam = await Colleague.at(page, SAM)
    const card = await hand.open('NET-11')
    const field = card.getByLabel('In their words')
    await field.pressSequentially('They split up')
    const at = await field.boundingBox()
    await sam.records({ slot: TOLD, value: { parts: { what: 'He moved back in' } } })
    await card
      .getByText('A colleague of Harbour service (Drug and alcohol worker) answered this a moment ago. Both are kept.')
      .waitFor()
    expect([await field.inputValue(), await field.evaluate((e) => e === document.activeElement)]).toEqual([
      'They split up',
      true,
    ])
    expect(await field.boundingBox()).toEqual(at)
    await field.pressSequentially(' in May')
    await hand.page.locator('h1').click()
    await card.getByRole('radio', { name: /^They split up in May/ }).waitFor()
    await card.getByRole('radio', { name: /^He moved back in.*Harbour service/ }).waitFor()
    const kept = (await sam.entries()).filter((e) => e.slot.question === TOLD.question)
    expect(kept.map((e) => e.supersedes)).toEqual([[], []])
  })
})

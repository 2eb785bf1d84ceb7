import { describe, expect, it } from 'vitest'
import { violationsOn } from './harness/axe.ts'
import { PHONE, TABLET } from './harness/device.ts'
import { type Practitioner, questionOf } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const ALCOHOL = 'Tansy: Alcohol'

async function aFamilyWithAlcohol(hand: Practitioner): Promise<void> {
  await hand.startAssessment()
  await hand.answer({ question: 'START-09', adds: true, parts: { label: 'Tansy', part: 'subject' } })
  await hand.answer({ question: 'CON-01', about: ALCOHOL, parts: { status: 'now', sources: ['adult'] }, basis: 'said' })
}

/** Two pints and a glass of wine, by the buttons of the builder; then the total is taken over. */
async function buildDiary(hand: Practitioner): Promise<void> {
  const card = await hand.open('CON-03')
  await card.getByRole('radio', { name: 'UK units of alcohol' }).check()
  const drinks = card.getByRole('group', { name: 'The drinks of a usual day', exact: true })
  await drinks.getByText('Work out the units from the drinks').click()
  await drinks.getByRole('button', { name: 'Pint, 568 ml', exact: true }).click()
  const pint = drinks.getByRole('group', { name: 'Drink 1', exact: true })
  await pint.getByLabel('Strength').fill('4')
  await pint.getByRole('button', { name: 'One more: Pint' }).click()
  await pint.getByRole('button', { name: 'One more: Pint' }).click()
  await drinks.getByRole('button', { name: 'Glass of wine, 175 ml', exact: true }).click()
  const wine = drinks.getByRole('group', { name: 'Drink 2', exact: true })
  await wine.getByLabel('Strength').fill('12')
  await wine.getByLabel('How many').fill('1')
  await drinks.getByText('Total: 6.6 UK units').waitFor()
  expect(await card.getByLabel('On a usual day', { exact: true }).inputValue()).toBe('')
  await card.getByRole('button', { name: /^Use this number/ }).click()
  expect(await card.getByLabel('On a usual day', { exact: true }).inputValue()).toBe('6.6')
  expect(await violationsOn(hand.page)).toEqual([])
  await hand.leaveField()
  await card.getByText('Saved on this device').waitFor()
}

async function fillWeek(hand: Practitioner): Promise<void> {
  const card = await hand.open('CON-02')
  for (const [i, day] of DAYS.entries()) {
    const used = i < 5 ? 'Used' : 'Did not use'
    await card.getByRole('group', { name: day, exact: true }).getByRole('radio', { name: used, exact: true }).check()
  }
  await card.getByRole('button', { name: 'Copy 5 days to all four weeks' }).click()
  await card.getByText('The four weeks add up to 20 days.').waitFor()
  expect(await violationsOn(hand.page)).toEqual([])
  await hand.leaveField()
  await card.getByText('Saved on this device').waitFor()
}

async function answerAudit(hand: Practitioner): Promise<void> {
  const long = () => hand.page.getByRole('region', { name: questionOf('CON-18').text })
  expect(await long().count()).toBe(0)
  await hand.answer({ question: 'CON-17', parts: { q1: '4-plus-week', q2: '5-6', q3: 'weekly' } })
  await hand.page.getByText(/AUDIT-C \(UK\): 9 of 12 points/).waitFor()
  await long().waitFor()
  const rest = { q4: 'never', q5: 'never', q6: 'never', q7: 'monthly', q8: 'never', q9: 'no', q10: 'yes-last-year' }
  await hand.answer({ question: 'CON-18', parts: rest })
  await hand.page.getByText(/AUDIT \(UK\): 15 of 40 points/).waitFor()
}

async function seesThePicture(hand: Practitioner): Promise<void> {
  const panel = hand.page.getByRole('region', { name: 'The picture so far' })
  await panel.getByText(/Says 2 × Pint, 568 ml at 4%.*\(6\.6 UK units\), on 5 of the last 7 days/).waitFor()
  await panel
    .getByText(/self-report only\./)
    .first()
    .waitFor()
  await panel.getByRole('img', { name: /Alcohol: Before: Daily, Weeks 1 to 12: Most days/ }).waitFor()
  await panel.getByText('What stands behind it: Tansy').click()
  await panel
    .getByRole('table', { name: 'Alcohol' })
    .getByText('A usual day, on the days recorded: 33.0 UK units')
    .waitFor()
}

const noSidewaysScroll = (hand: Practitioner) =>
  hand.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

describe.each([
  ['phone', PHONE],
  ['tablet', TABLET],
] as const)('the consumption picture on a %s with no network', (_, screen) => {
  const stage = aStage(screen)

  it('grows from drinks, a week and the questionnaire, and is there again after the page is opened anew', async () => {
    const hand = await stage.setUpThenOffline()
    await aFamilyWithAlcohol(hand)
    await fillWeek(hand)
    await buildDiary(hand)
    await hand.answer({
      question: 'CON-07',
      about: ALCOHOL,
      parts: { periods: { 'before-pregnancy': 'daily', 'weeks-1-12': 'most-days' } },
    })
    await answerAudit(hand)
    await seesThePicture(hand)
    expect(await violationsOn(hand.page)).toEqual([])
    expect(await noSidewaysScroll(hand)).toBe(true)

    await hand.page.reload()
    await hand.unlock()
    await hand.openStep('CON')
    await seesThePicture(hand)
    const card = await hand.open('CON-03')
    const drinks = card.getByRole('group', { name: 'The drinks of a usual day', exact: true })
    await drinks.getByText('Total: 6.6 UK units').waitFor()
  })
})

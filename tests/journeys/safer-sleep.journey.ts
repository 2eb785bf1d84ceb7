import { describe, expect, it } from 'vitest'
import { isTooWide, violationsOn } from './harness/axe.ts'
import { PHONE, TABLET } from './harness/device.ts'
import { pdfText } from './harness/pdf-text.ts'
import type { Practitioner } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'

const inTaskList = (hand: Practitioner) =>
  hand.page.getByRole('listitem').filter({ has: hand.page.getByRole('button', { name: 'Safer sleep', exact: true }) })
const panel = (hand: Practitioner) => hand.page.getByRole('region', { name: 'Tonight, at a glance' })
const NO_MESSAGE = 'Pat: no safer-sleep message given yet'
const NO_TEACH_BACK = 'Pat: has not yet said in their own words what they will do, with a plan'

describe.each([
  ['a phone', PHONE],
  ['a tablet', TABLET],
])('safer sleep, with a grandmother whom nobody has advised, on %s', (_, screen) => {
  const stage = aStage(screen)

  it('is not complete until she has the message and has said it back, and makes a sheet with no network', async () => {
    const hand = await stage.setUpThenOffline()
    await hand.loadCase(/unsafe sleep/)
    await hand.toSteps()
    await inTaskList(hand).getByText(NO_MESSAGE).waitFor()
    await inTaskList(hand).getByText(NO_TEACH_BACK).waitFor()
    expect(await inTaskList(hand).getByText('Completed').count()).toBe(0)

    await hand.openStep('SLP')
    await panel(hand).getByRole('button', { name: NO_MESSAGE }).waitFor()
    expect([await violationsOn(hand.page), await isTooWide(hand.page)]).toEqual([[], false])

    await panel(hand).getByRole('button', { name: NO_MESSAGE }).click()
    expect(await hand.page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Pat/)
    await hand.answer({ question: 'SLP-06', about: 'Pat', parts: { given: ['spoken', 'shown'] } })
    await panel(hand).getByRole('button', { name: NO_MESSAGE }).waitFor({ state: 'detached' })
    await hand.answer({
      question: 'SLP-07',
      about: 'Pat',
      parts: { words: 'On tablet nights he stays with Beth.', rating: 'clear' },
      basis: 'said',
    })
    await panel(hand).getByRole('button', { name: NO_TEACH_BACK }).waitFor({ state: 'detached' })
    // On a phone it is folded; where there is room it stands open.
    const settlers = panel(hand).getByText('Who settles the baby (3)')
    const isFolded = (await panel(hand).getByRole('table').first().isVisible()) === false
    if (isFolded) await settlers.click()
    await panel(hand).getByText('“On tablet nights he stays with Beth.”').waitFor()

    await hand.answer({
      question: 'SLP-08',
      adds: true,
      parts: { situation: 'tonight', sleeps: 'Moses basket by Beth’s bed', ring: 'The ward' },
      basis: 'said',
    })
    await panel(hand).getByRole('button', { name: 'Family sheet' }).click()
    await hand.sees('Family sheet')
    await hand.page.getByText('Wren sleeps: Moses basket by Beth’s bed').waitFor()
    expect(await hand.page.locator('.linnet-sheet').textContent()).not.toMatch(/\b(Sam|Pat)\b/)
    expect([await violationsOn(hand.page), await isTooWide(hand.page)]).toEqual([[], false])

    await hand.page.getByRole('checkbox', { name: /^Sam agrees to be named/ }).check()
    await hand.press('Make the PDF')
    await hand.page.getByText('The PDF is ready: 1 page.').waitFor()
    const [download] = await Promise.all([
      hand.page.waitForEvent('download'),
      hand.page.getByRole('link', { name: 'Save or print the PDF' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^linnet-\d{4}-\d\d-\d\d\.pdf$/)
    const path = await download.path()
    const text = await pdfText(path)
    expect(text).toContain('Sam smokes')
    expect(text).toContain('Moses basket by Beth’s bed')
    expect(text).not.toMatch(/\bPat\b/)

    await hand.press('Show it to the family')
    await hand.sees(/^Sleep plan for/)
    await hand.page.getByRole('checkbox', { name: 'In large type' }).check()
    expect([await violationsOn(hand.page), await isTooWide(hand.page)]).toEqual([[], false])
    await hand.page.reload()
    await hand.unlock()
    await hand.sees('Family sheet')
    expect(await hand.page.getByRole('checkbox', { checked: true }).count()).toBe(0)
  })
})

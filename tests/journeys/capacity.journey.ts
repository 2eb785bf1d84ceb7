import { describe, expect, it } from 'vitest'
import { isTooWide, violationsOn } from './harness/axe.ts'
import { PHONE, TABLET } from './harness/device.ts'
import { pdfText } from './harness/pdf-text.ts'
import { aStage } from './harness/stage.ts'

describe.each([
  ['a phone', PHONE],
  ['a tablet', TABLET],
])('the care of a child through the day, on %s', (_, screen) => {
  const stage = aStage(screen)

  it('is told part by part, and shows the hours when nobody unaffected is in charge', async () => {
    const hand = await stage.setUpThenOffline((_, value) => value as readonly string[])
    await hand.loadCase(/father on methadone/)
    await hand.openStep('CAP')
    const panel = hand.page.getByRole('region', { name: 'Care of each child, at a glance' })
    const mia = panel.getByRole('region', { name: 'Care of Mia' })
    await mia.getByText('No part of the day is recorded yet.').waitFor()

    await mia.getByRole('button', { name: /^Add parts of the day/ }).click()
    expect(await hand.page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Mia/)
    await hand.answer({
      question: 'CAP-14',
      about: 'Mia',
      adds: true,
      parts: { from: '07:00', to: '09:00', what: 'Breakfast', who: ['Jo'], affected: 'no' },
      basis: 'said',
    })
    await hand.answer({
      question: 'CAP-14',
      about: 'Mia',
      adds: true,
      parts: { from: '15:30', to: '18:00', what: 'Television', who: ['Col'], affected: 'yes' },
      basis: 'said',
    })
    await mia.getByRole('button', { name: '15:30 to 18:00, Television, All affected' }).waitFor()
    await mia
      .getByRole('img', { name: /1: 07:00 to 09:00, Jo, somebody not affected\. 2: 15:30 to 18:00, Col/ })
      .waitFor()

    for (const adult of ['Col', 'Jo']) {
      await hand.answer({
        question: 'CAP-02',
        about: `${adult} and Mia`,
        parts: { tasks: { bedtime: adult === 'Col' ? 'not' : 'sometimes' } },
        basis: 'said',
      })
    }
    await mia.getByText('Tasks nobody reliably does').waitFor()
    await mia.getByRole('button', { name: 'Bedtime', exact: true }).waitFor()

    await hand.answer({
      question: 'CAP-04',
      about: 'Col and Mia',
      parts: { what: 'another-adult', who: ['Jo'], confirmed: 'not-asked' },
      basis: 'said',
    })
    await mia.getByRole('button', { name: 'Col counts on this: Jo, not confirmed with them' }).waitFor()
    expect([await violationsOn(hand.page), await isTooWide(hand.page)]).toEqual([[], false])

    const text = await pdfText(await hand.exportPdf())
    expect(text).toContain('Times when nobody unaffected is in charge')
    expect(text).toContain('15:30 to 18:00, Television, All affected')
  })
})

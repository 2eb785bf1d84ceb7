import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TABLET } from './harness/device.ts'
import { Practitioner } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'

const stage = aStage(TABLET)

/** Every file of the browser's disk that holds the words, as text of one or two bytes a letter. */
function filesWith(disk: string, words: string): string[] {
  const forms = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')]
  return readdirSync(disk, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return forms.some((form) => bytes.includes(form))
    })
}

describe('the disk of the device', () => {
  it('holds neither a name, nor what was recorded, nor a draft, nor the passphrase in plain text', async () => {
    const hand = await stage.setUp()
    await hand.startAssessment()
    await hand.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Quillonby' }, basis: 'said' })
    const card = await hand.open('START-06')
    await card.getByRole('textbox').first().fill('A draft about Zephyrtown')
    await hand.press('Note')
    await hand.page.getByRole('dialog').getByLabel('What was it?').fill('A smell like Marzipania')
    await hand.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    // As long as a browser may wait before it writes down what stands on a page.
    await hand.page.waitForTimeout(12_000)
    await hand.press('Hide screen')
    await hand.sees('The linnet')
    await stage.device.close()
    for (const words of ['Quillonby', 'Zephyrtown', 'Marzipania', 'Asha Rahman', 'copper lantern', 'q-START-06']) {
      expect([words, filesWith(stage.device.disk, words)]).toEqual([words, []])
    }
    // The same search does find what stands there openly: the initials on the unlock screen.
    expect(filesWith(stage.device.disk, 'linnet')).not.toEqual([])
  })
})

describe('two practitioners on one device', () => {
  it('each see their own assessments, and nothing of the other’s', async () => {
    const hand = await stage.setUp()
    await hand.startAssessment()
    await hand.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Robin' }, basis: 'said' })
    await hand.page.getByRole('button', { name: 'Lock', exact: true }).click()
    await hand.sees('Linnet is locked')
    await hand.press('Set up another practitioner')
    const other = new Practitioner(hand.page)
    await other.setUp('Bryn Davies', 'BD', 'walnut harbour ticket plough')
    expect(await hand.page.locator('main').textContent()).toContain('There is no assessment on this device yet')
    await other.page.getByRole('button', { name: 'This device' }).click()
    await other.page.getByText('0 assessments, 0 entries, 0 drafts.').waitFor()

    await hand.page.getByRole('button', { name: 'Lock', exact: true }).click()
    await hand.sees('Linnet is locked')
    await hand.page.getByLabel('AR').check()
    await hand.page.getByLabel('Passphrase').fill('walnut harbour ticket plough')
    await hand.press('Unlock')
    await hand.page
      .getByRole('alert')
      .getByText(/This passphrase does not open it/)
      .waitFor()
    await hand.unlock()
    await hand.page.getByRole('button', { name: 'Linnet', exact: true }).click()
    await hand.page.getByRole('button', { name: 'Robin' }).waitFor()
  })
})

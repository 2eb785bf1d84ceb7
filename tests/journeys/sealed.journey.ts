import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violationsOn } from './harness/axe.ts'
import { PHONE } from './harness/device.ts'
import type { Practitioner } from './harness/practitioner.ts'
import { type Invited, inviteColleague } from './harness/service.ts'
import { ASHA, beginAbout, openShared, SAM, severalPeople, toList } from './harness/several-people.ts'

const WORDS = 'NET-11'
const SAMS = 'He moved out in May'
const HOUR = 3_600_000
const DAY = 24 * HOUR

const people = severalPeople()

/** Asha has begun it, Sam has read it, and recorded in it where told, both devices have all of it, and the server has gone. */
async function aSharedRecordWithoutServer(records = true): Promise<{ asha: Practitioner; sam: Practitioner }> {
  const [first, second] = (await people().invites([ASHA, SAM])) as [Invited, Invited]
  const [beginner, reader] = await Promise.all([people().join(first), people().join(second, PHONE)])
  const [asha, sam] = [beginner.hand, reader.hand]
  await beginAbout(beginner, 'Kit')
  await inviteColleague(asha, second)
  await openShared(reader, 'Kit')
  if (records) {
    await sam.answer({ question: WORDS, parts: { what: SAMS }, basis: 'said' })
    await (await asha.open(WORDS)).getByText(SAMS).waitFor({ timeout: 60_000 })
  }
  for (const { page, readyForOffline } of [asha, sam]) await readyForOffline.call({ page } as Practitioner)
  await people().server.stop()
  return { asha, sam }
}

/** The device lies in a bag; when it is unlocked again it is so much later. */
const goesOn = (hand: Practitioner, ms: number) => hand.underClock(Date.now() + ms)

const banner = ({ page }: Practitioner) => page.getByRole('region', { name: 'Some entries are closed' })

/** Of what lies on the disk of this browser, how many entries came from the server. */
const readCopyOn = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await answered(indexedDB.open('linnet'))
    const rows = await answered(db.transaction('entries').objectStore('entries').getAll())
    db.close()
    return rows.filter(({ sent }: { sent: number }) => sent === 3).length
  })

describe('a device that does not reach the server', () => {
  it('closes what a colleague recorded after 72 hours, erases it after 30 days, records all the while, and has all of it again with the server', async () => {
    const { asha } = await aSharedRecordWithoutServer()
    expect(await readCopyOn(asha.page)).toBeGreaterThan(0)

    await goesOn(asha, 73 * HOUR)
    await banner(asha)
      .getByText(/^This device last reached your service on /)
      .waitFor()
    await banner(asha)
      .getByText(/recorded on other devices (is|are) closed/)
      .waitFor()
    expect(await violationsOn(asha.page)).toEqual([])
    const card = await asha.open(WORDS)
    expect(await asha.page.locator('main').textContent()).not.toContain(SAMS)
    expect(await readCopyOn(asha.page)).toBeGreaterThan(0)
    await asha.answer({ question: WORDS, parts: { what: 'He is back' }, basis: 'said' })
    await banner(asha).getByRole('button', { name: 'Try to reach it now' }).click()
    await banner(asha).getByText('Your service was not reached. Linnet tries again by itself.').waitFor()
    expect(await card.getByText('Saved on this device').count()).toBeGreaterThan(0)
    await toList(asha)
    await banner(asha).waitFor()
    await asha.page.getByText(/answers? recorded, \d+ closed/).waitFor()
    expect(await violationsOn(asha.page)).toEqual([])

    await goesOn(asha, 31 * DAY)
    await asha.page.waitForFunction(() => document.querySelector('#seal') !== null)
    await expect.poll(() => readCopyOn(asha.page), { timeout: 30_000 }).toBe(0)
    await banner(asha).waitFor()
    await asha.page.getByRole('button', { name: /Kit/ }).click()
    await banner(asha)
      .getByText(/recorded on other devices (is|are) closed/)
      .waitFor()

    await people().server.start()
    await asha.page.evaluate(() => dispatchEvent(new Event('online')))
    await asha.toSteps()
    await asha.page.getByText('People recorded different things in 1 answer.').waitFor({ timeout: 60_000 })
    await banner(asha).waitFor({ state: 'detached' })
    const both = await asha.open(WORDS)
    await both.getByRole('radio', { name: /^He is back/ }).waitFor()
    await both.getByRole('radio', { name: new RegExp(`^${SAMS}`) }).waitFor()
    expect(await readCopyOn(asha.page)).toBeGreaterThan(0)
  })

  it('lists an assessment that is closed as a whole, and lets a contact be recorded in it', async () => {
    const { sam } = await aSharedRecordWithoutServer(false)
    await toList(sam)
    await goesOn(sam, 73 * HOUR)
    await banner(sam).waitFor()
    expect(await sam.page.locator('body').textContent()).not.toContain('Kit')
    await sam.page.getByRole('button', { name: 'Closed until this device has reached your service' }).click()
    await sam.sees('This assessment is closed for now')
    expect(await violationsOn(sam.page)).toEqual([])
    await sam.press('Start a contact and record')
    await sam.sees('Assessment')
    await sam.answer({ question: 'START-06', parts: { words: 'Nobody else was in' } })
    await sam.press('Note')
    const note = sam.page.getByRole('dialog')
    await note.getByLabel('Smelled').check()
    await note.getByLabel('What was it?').fill('Something burnt, in the hall')
    await note.getByRole('button', { name: 'Save the note' }).click()
    await sam.page.getByText('The note is saved on this device').waitFor()
    await people().server.start()
    await sam.page.evaluate(() => dispatchEvent(new Event('online')))
    await sam.toSteps()
    await sam.page.getByText('The server has received everything that was recorded here.').waitFor({ timeout: 60_000 })
    await banner(sam).waitFor({ state: 'detached' })
    expect(await sam.page.locator('body').textContent()).toContain('Kit')
  })
})

import { describe, expect, it } from 'vitest'
import { PHONE } from './harness/device.ts'
import { type Practitioner, questionOf } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'

const stage = aStage(PHONE)

/** From now on the store of this page answers as a full disk does, or no longer. */
const setFull = (hand: Practitioner, full: boolean) =>
  hand.page.evaluate((now) => {
    const store = IDBObjectStore.prototype as unknown as Record<'put' | 'add' | 'realPut' | 'realAdd', unknown>
    store.realPut ??= store.put
    store.realAdd ??= store.add
    const refuse = () => {
      throw new DOMException('There is no room', 'QuotaExceededError')
    }
    store.put = now ? refuse : store.realPut
    store.add = now ? refuse : store.realAdd
  }, full)

describe('when the device has trouble', () => {
  it('says that it is full, keeps the words on the screen, and saves them when there is room', async () => {
    const hand = await stage.setUp()
    await hand.startAssessment()
    const card = await hand.open('START-06')
    const words = hand.page.getByRole('textbox', { name: questionOf('START-06').text })
    await setFull(hand, true)
    await words.fill('We ask everybody this. '.repeat(800))
    await hand.press('Back to the list of steps')
    const banner = hand.page.getByRole('alert').filter({ hasText: '1 answer is not saved' })
    await banner.getByText(/This device is full/).waitFor()
    await banner.getByRole('button', { name: questionOf('START-06').text }).click()
    await card.getByText(/Not saved\. This device is full/).waitFor()
    expect(await words.inputValue()).toContain('We ask everybody this.')
    await setFull(hand, false)
    await card.getByRole('button', { name: 'Try to save again' }).click()
    await card.getByText('Saved on this device').waitFor()
    await hand.page.reload()
    await hand.unlock()
    await hand.open('START-06')
    expect(await words.inputValue()).toBe('We ask everybody this. '.repeat(800))
  })

  it('says so when the browser gives it no store, and does not pretend to work', async () => {
    const hand = stage.hand()
    await hand.page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
    await hand.page.goto(stage.server.url)
    await hand.sees('Linnet cannot open its store')
    await hand.page
      .getByRole('alert')
      .getByText(/gives Linnet no place to keep records/)
      .waitFor()
  })

  it('says so when a newer Linnet has used the store, and leaves it alone', async () => {
    const hand = await stage.setUp()
    await hand.page.goto(`${stage.server.url}/health`)
    const version = await hand.page.evaluate(async () => {
      const [found] = await indexedDB.databases()
      const opening = indexedDB.open(found?.name ?? '', (found?.version ?? 0) + 10)
      await new Promise((done) => {
        opening.onsuccess = done
      })
      opening.result.close()
      return opening.result.version
    })
    await hand.page.goto(stage.server.url)
    await hand.page
      .getByRole('alert')
      .getByText(/A newer Linnet has used this store/)
      .waitFor()
    await hand.press('Try again')
    await hand.page
      .getByRole('alert')
      .getByText(/A newer Linnet has used this store/)
      .waitFor()
    expect(await hand.page.evaluate(async () => (await indexedDB.databases())[0]?.version)).toBe(version)
  })
})

import { describe, expect, it } from 'vitest'
import { violationsOn } from './harness/axe.ts'
import { severalPeople } from './harness/several-people.ts'

const people = severalPeople()

const HOUSEHOLD = 'NET-15'
/** After a failure the next attempt by itself is some seconds away. */
const SLOW = { timeout: 60_000 }

describe('two practitioners of two agencies', () => {
  it.each(['asha', 'sam'] as const)(
    'answer the same question offline, and both see the difference: %s comes back first',
    async (first) => {
      const { asha, sam } = await people().share()
      await people().server.stop()
      await asha.hand.answer({ question: HOUSEHOLD, parts: { says: 'yes' }, basis: 'record' })
      await sam.hand.answer({ question: HOUSEHOLD, parts: { says: 'none' }, basis: 'said' })
      await sam.hand.answer({ question: 'NET-11', parts: { what: 'He moved out in May' }, basis: 'said' })
      for (const { hand } of [asha, sam]) {
        await hand.toSteps()
        await hand.page.getByText(/entr(y|ies) not received by the server yet/).waitFor()
      }
      const inOrder = first === 'asha' ? [asha, sam] : [sam, asha]
      for (const { hand } of inOrder) await hand.page.context().setOffline(true)
      await people().server.start()
      for (const { hand } of inOrder) {
        await hand.page.context().setOffline(false)
        await hand.page.getByText('The server has received everything that was recorded here.').waitFor(SLOW)
      }

      for (const { hand } of [asha, sam]) {
        await hand.page.getByText('People recorded different things in 1 answer.').waitFor(SLOW)
        expect(await violationsOn(hand.page)).toEqual([])
      }
      const card = await asha.hand.open(HOUSEHOLD)
      await card.getByRole('radio', { name: /Sam Okoro, Drug and alcohol worker, Harbour service/ }).waitFor()
      await card.getByRole('radio', { name: 'Keep both as a difference between sources' }).check()
      await card.getByLabel('Why', { exact: true }).fill('The record and the adult differ')
      await card.getByRole('button', { name: 'Record this choice' }).click()
      await card.getByText('They are kept beside each other').waitFor()
      const settled = await sam.hand.open(HOUSEHOLD)
      await settled.getByText('They are kept beside each other').waitFor(SLOW)
    },
  )

  it('see what the other writes a moment later, without doing anything', async () => {
    const { asha, sam } = await people().share()
    const card = await sam.hand.open('NET-11')
    await asha.hand.answer({ question: 'NET-11', parts: { what: 'He moved back in' }, basis: 'said' })
    await card.getByText('He moved back in').waitFor()
  })
})

describe('somebody who is no member', () => {
  it('sees nothing of it, and gets for its address the same as for one that does not exist', async () => {
    const { asha, kim: invited } = await people().share()
    const kim = await people().join(invited)
    const id = /\/a\/(\w+)/.exec(asha.hand.page.url())?.[1] ?? ''
    const answers = await kim.hand.page.evaluate(
      (ids) =>
        Promise.all(
          ids.map(async (assessment) => {
            const headers = { 'x-linnet': '1', 'content-type': 'application/json' }
            const pull = await fetch('/api/pull', {
              method: 'POST',
              headers,
              body: JSON.stringify({ assessment, after: null }),
            })
            const members = await fetch(`/api/assessments/${assessment}/members`, { headers })
            return [pull.status, await pull.text(), members.status, await members.text()]
          }),
        ),
      [id, 'f'.repeat(32)],
    )
    expect(answers[0]).toEqual(answers[1])
    await kim.hand.page.goto(`${people().server.url}/a/${id}`)
    await kim.hand.unlock()
    await kim.hand.sees('This assessment cannot be opened')
    expect(await kim.hand.page.locator('body').textContent()).not.toContain('Kit')
  })
})

import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TABLET } from './harness/device.ts'
import { makeNextEdition } from './harness/next-edition.ts'
import { PASSPHRASE, Practitioner, questionOf } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'

const stage = aStage(TABLET)
const edition = (hand: Practitioner) => hand.page.locator('meta[name=edition]').count()

describe('with no network', () => {
  it('opens cold after one visit, at a deep link too, and asks no other origin for anything', async () => {
    const asked = new Set<string>()
    stage.device.page().on('request', (request) => asked.add(new URL(request.url()).origin))
    let hand = await stage.setUpThenOffline()
    await hand.startAssessment()
    await hand.openStep('ENG')
    const deep = hand.page.url()
    await stage.device.kill()

    await stage.device.open()
    hand = stage.hand()
    hand.page.on('request', (request) => asked.add(new URL(request.url()).origin))
    await hand.page.goto(deep)
    await hand.unlock()
    await hand.sees('Permission and working together')
    expect([...asked].filter((origin) => origin !== 'null')).toEqual([stage.server.url])
  })

  it('has every part of the app at hand, whatever its name', async () => {
    const hand = await stage.setUpThenOffline()
    const parts = readdirSync('dist/assets').filter((name) => /\.(js|css|ttf|svg)$/.test(name))
    const missing = await hand.page.evaluate(async (names) => {
      const asked = names.map(async (name) => [name, await fetch(`/assets/${name}`).catch(() => null)] as const)
      return (await Promise.all(asked)).filter(([, answer]) => !answer?.ok).map(([name]) => name)
    }, parts)
    expect(parts.length).toBeGreaterThan(20)
    expect(missing).toEqual([])
  })

  it('can be installed', async () => {
    const hand = await stage.setUp()
    const session = await hand.page.context().newCDPSession(hand.page)
    const { errors, data } = await session.send('Page.getAppManifest')
    const manifest = JSON.parse(data ?? '{}') as { name: string; display: string; icons: { sizes: string }[] }
    expect(errors).toEqual([])
    expect([manifest.name, manifest.display]).toEqual(['Linnet', 'standalone'])
    expect(manifest.icons.map((i) => i.sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
    expect((await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])
  })
})

describe('a new version', () => {
  it('waits, never enters an open assessment, and is taken when the practitioner says so', async () => {
    const hand = await stage.setUp()
    await hand.readyForOffline()
    await hand.startAssessment()
    await hand.open('START-06')
    const words = hand.page.getByRole('textbox', { name: questionOf('START-06').text })
    await words.fill('Half a sen')

    await stage.server.stop()
    const gone = makeNextEdition(stage.server.dist)
    await stage.server.start()
    const other = new Practitioner(await hand.page.context().newPage())
    await other.page.goto(stage.server.url)
    await other.unlock()
    await other.page.getByRole('button', { name: 'Linnet', exact: true }).click()
    await other.page.getByText('A new version of Linnet is ready.').waitFor()
    await other.press('Use it now')
    await other.page.getByText(/An assessment is open in another tab/).waitFor()
    expect(await words.inputValue()).toBe('Half a sen')
    expect((await hand.page.request.get(stage.server.url + gone)).status()).toBe(200)

    await hand.press('Linnet')
    await hand.sees('Assessments')
    await other.press('Use it now')
    await other.page.locator('meta[name=edition]').waitFor({ state: 'attached' })
    await other.sees('Linnet is locked')
    await expect.poll(() => edition(hand)).toBe(1)
    await hand.page.getByLabel('Passphrase').fill(PASSPHRASE)
    await hand.press('Unlock')
    await hand.sees('Assessments')
    await hand.page.getByRole('button', { name: 'No names recorded yet' }).click()
    await hand.open('START-06')
    expect(await words.inputValue()).toBe('Half a sen')
  })
})

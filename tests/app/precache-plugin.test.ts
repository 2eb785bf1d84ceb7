import { describe, expect, it } from 'vitest'
import { isKeptForOffline } from '../../src/app/precache-plugin.ts'

describe('what is kept for use with no network', () => {
  it.each([
    '/index.html',
    '/assets/index-JqHSHTbU.js',
    '/assets/panels-DNVs04Tb.css',
    '/assets/print-bold-XIQQPX-G.ttf',
    '/manifest.webmanifest',
  ])('keeps %s', (url) => expect(isKeptForOffline(url)).toBe(true))

  it('keeps a part of the app whose hash happens to end as the worker is called', () => {
    expect(isKeptForOffline('/assets/claim-why-DPdrt-sw.js')).toBe(true)
  })

  it.each(['/sw.js', '/sw.js.br', '/assets/index-JqHSHTbU.js.br'])('leaves %s out', (url) => {
    expect(isKeptForOffline(url)).toBe(false)
  })
})

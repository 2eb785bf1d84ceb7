// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { askToPersist, estimate } from '../../src/storage/durability.ts'

const yes = async () => true
const no = async () => false
const broken = () => Promise.reject(new Error('no'))

describe('asking the browser to keep records', () => {
  test.each([
    ['is granted', { storage: { persist: yes, persisted: no } }, 'granted'],
    ['was granted before, and is not asked again', { storage: { persist: broken, persisted: yes } }, 'granted'],
    ['is refused', { storage: { persist: no } }, 'refused'],
    ['fails', { storage: { persist: broken } }, 'refused'],
    ['is unknown to an older browser', { storage: {} }, 'not-supported'],
    ['is unknown outside a secure page', {}, 'not-supported'],
  ] as const)('%s', async (_, navigator, answer) => {
    expect(await askToPersist(navigator)).toBe(answer)
  })
})

describe('the space on the device', () => {
  test.each([
    [
      'is told in bytes',
      { storage: { estimate: async () => ({ usage: 10, quota: 100 }) } },
      { usedBytes: 10, freeBytes: 90 },
    ],
    [
      'is never less than none',
      { storage: { estimate: async () => ({ usage: 9, quota: 5 }) } },
      { usedBytes: 9, freeBytes: 0 },
    ],
    ['is not known in part', { storage: { estimate: async () => ({ usage: 9 }) } }, null],
    ['is not known', {}, null],
    ['cannot be asked for', { storage: { estimate: broken } }, null],
  ])('%s', async (_, navigator, answer) => {
    expect(await estimate(navigator)).toEqual(answer)
  })
})

import { describe, expect, it } from 'vitest'
import { readReference, referenceInGroups } from '../../src/domain/record-reference.ts'
import { seeded } from '../builders/seeded.ts'

const ID = '0123456789abcdef0011223344556677'

describe('the reference of a record', () => {
  it.each([
    ['as it is', ID],
    ['in groups', '0123 4567 89ab cdef 0011 2233 4455 6677'],
    ['with hyphens of any kind', '0123-4567–89ab—cdef‑0011−2233-4455-6677'],
    ['in capitals', ID.toUpperCase()],
    ['over several lines', '0123 4567 89ab cdef\n0011 2233 4455 6677\n'],
    ['with what nobody sees', `\ufeff0123\u200b4567\u00ad${ID.slice(8)}`],
    ['as an address', `https://linnet.example.org/a/${ID}`],
    ['as an address of a step', ` https://linnet.example.org/a/${ID}/START?x#y `],
    ['as part of an address', `/a/${ID}`],
  ])('is understood %s', (_, text) => {
    expect(readReference(text)).toEqual({ ok: true, id: ID })
  })

  it('takes letters that it cannot have for the digits that they look like', () => {
    expect(readReference('O123456789abcdefoOlI223344556677')).toEqual({ ok: true, id: ID })
  })

  it.each([
    ['nothing', '', 0],
    ['too little', ID.slice(1), 31],
    ['too much', `${ID}0`, 33],
    ['another letter', `${ID.slice(1)}g`, 32],
    ['an address of too much', `https://host/a/${ID}0`, 47],
  ])('is not %s', (_, text, characters) => {
    expect(readReference(text)).toEqual({ ok: false, characters })
  })

  it('is read again from the groups in which it is shown, whatever is put between them', () => {
    const random = seeded(27)
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
    for (let n = 0; n < 500; n++) {
      const id = Array.from({ length: 32 }, () => pick([...'0123456789abcdef'])).join('')
      const written = [...referenceInGroups(id)]
        .map((c) => (c === ' ' ? pick([' ', '-', '  ', '\n', ' – ', '']) : random() < 0.5 ? c.toUpperCase() : c))
        .join('')
      expect(readReference(written)).toEqual({ ok: true, id })
    }
  })
})

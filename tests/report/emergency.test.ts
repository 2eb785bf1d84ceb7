import { describe, expect, it } from 'vitest'
import { anEntry, caseOf, parts, reportOf, sectionOf, textOf, WORKER } from './report-builders.ts'

const ID = '0123456789abcdef0011223344556677'
const child = {
  ...anEntry({ id: 'e1', question: 'START-05', subject: 'c1', value: parts({ what: 'child', label: 'Mia' }) }),
  assessment: ID,
}

describe('a report that was made while the record was read in an emergency', () => {
  it('says at the beginning who read it, and that they are no member', async () => {
    const text = textOf(await reportOf([child], { readInEmergencyBy: WORKER }))
    expect(text).toContain(
      `${WORKER.name}, ${WORKER.role}, ${WORKER.agency}, opened this record in an emergency, for four hours and with a written reason, and is no member of it.`,
    )
  })

  it('is the only one that does', async () => {
    expect(textOf(await reportOf([child]))).not.toContain('Read in an emergency')
  })
})

describe('the reference of a record', () => {
  it('stands near the end of its report in groups of four, with what it is for', async () => {
    const basis = sectionOf(await reportOf([child]), 'What the questions rest on')
    expect(basis).toContain('Reference of the record 0123 4567 89ab cdef 0011 2233 4455 6677')
    expect(basis).toContain('can open the record in an emergency')
  })

  it('is in no report of an invented family', async () => {
    const { entries, contact } = caseOf('FX-A')
    expect(textOf(await reportOf(entries, { contact }))).not.toContain('Reference of the record')
  })
})

import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../src/report/pdf/emit.ts'
import { loadFontsFromDisk } from '../../src/report/pdf/node-fonts.ts'
import { readPdf } from './read-pdf.ts'
import { anEntry, caseOf, parts, reportOf, sectionOf, textOf, WORKER } from './report-builders.ts'

const child = anEntry({
  id: 'e-child',
  question: 'START-05',
  subject: 'c1',
  value: parts({ what: 'child', label: 'Mia' }),
})
const adult = anEntry({
  id: 'e-adult',
  question: 'NET-01',
  subject: 'p1',
  value: parts({ label: 'Col', part: 'subject' }),
})
const contradictions = 'What does not fit together'

describe('the PDF of the worked case of a midwife at 26 weeks', async () => {
  const { entries, contact } = caseOf('FX-A')
  const document = await reportOf(entries, { contact })
  const made = await renderPdf(document, await loadFontsFromDisk())
  const pdf = await readPdf(made.bytes)

  it('can print every character', () => {
    expect(made.warnings).toEqual([])
  })

  it('says on the first page and at the head of every page that the family is invented', () => {
    expect(document.header).toMatch(/^Invented case\. /)
    expect(pdf.text).toContain('Nobody in it exists')
  })

  it('holds what was said, seen and found on record, with how each is known', () => {
    for (const words of [
      'Sign 1. What: Smell of cannabis Sign 2. What: Another adult’s belongings Seen by the practitioner',
      'Weeks today: 26 weeks',
      'Weeks at the booking appointment: 19 weeks',
      'What they say: Kept all of them Missed, from the record: 2',
      'First name or initials: An earlier child On record',
      'What the adult says: Nobody else',
      'Agrees to some of it',
    ]) {
      expect(pdf.text).toContain(words)
    }
  })

  it('puts every question that the answers raise, with the answers that raised it', () => {
    for (const rule of ['RC-01', 'RC-10', 'RC-11', 'RC-21', 'RC-25', 'RC-26', 'RC-30']) {
      expect(sectionOf(document, contradictions)).toContain(`${rule}. `)
      expect(pdf.outline.join('\n')).toContain(`    ${rule} `)
    }
    expect(sectionOf(document, contradictions)).toContain(
      'What did you see, hear or smell that bears on use, care, sleep or who is here? What: Smell of cannabis (seen by the practitioner)',
    )
    expect(sectionOf(document, contradictions)).toContain('Nobody has recorded looking at this yet.')
  })

  it('gives each claim with what each source says', () => {
    expect(sectionOf(document, 'Claims and what the sources say')).toContain(
      'A-1 no cannabis since week 9 Differs Agrees Against Against None None Not sought None None',
    )
    expect(sectionOf(document, 'Claims and what the sources say')).toContain(
      'A-1 no cannabis since week 9 Differs Not borne out: partner or family and what was seen contradict it. Still needed: Where sources disagree,',
    )
    expect(sectionOf(document, 'Claims and what the sources say')).toContain(
      'The adult: agrees What was seen: contradicts Partner or family: contradicts A test: not sought',
    )
    expect(sectionOf(document, 'Claims and what the sources say')).toContain(
      'A-4 no alcohol since week 9 Self-report only',
    )
  })

  it('lists what is not known, and says that it does not mean no', () => {
    const unknown = sectionOf(document, 'What is not known')
    expect(unknown).toMatch(/^What is not known [1-9]\d+ things are still not known\. None of these means “no”\./)
    expect(unknown).toContain('Who is in the room, or close enough to hear?')
  })

  it('names the guidance pack, the record and the page on every page', () => {
    for (const [i, page] of pdf.pages.entries()) {
      expect(page).toContain('Guidance pack linnet-2026-11/1. Record 0123 4567 89ab cdef.')
      expect(page).toContain(`Page ${i + 1} of ${pdf.pages.length}`)
    }
  })

  it('has a structure and an outline', () => {
    expect(pdf.tags).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'P']))
    expect(pdf.outline).toEqual(
      expect.arrayContaining([
        'Pre-birth and child-focused assessment',
        '  What is not known',
        '  Everything that was recorded',
      ]),
    )
  })

  it('tells nothing about the family in its title', () => {
    expect(pdf.title).toBe('Linnet record, 15 June 2026')
  })

  it('names the documents that the questions rest on', () => {
    const basis = sectionOf(document, 'What the questions rest on')
    expect(basis).toContain('Parents with substance use problems: learning from case reviews NSPCC, 2023.')
    expect(basis).toMatch(/6\.2 Pre-birth: PROC-37/)
  })
})

describe('the front sheet', () => {
  it('calls nobody invented who is not', async () => {
    const document = await reportOf([child])
    expect(document.header).toBe('Assessment about Mia')
    expect(textOf(document)).not.toContain('Invented')
  })

  it('says that nobody has signed off', async () => {
    expect(textOf(await reportOf([child]))).toContain('Not signed off Nobody has yet stood by this assessment')
  })

  it('says who stood by this edition of the record, and that nothing has changed', async () => {
    const signed = anEntry({
      id: 'e-s',
      question: 'SIGN-OFF',
      kind: 'sign-off',
      value: { fingerprint: '0123456789abcdef'.repeat(4), blanks: 3 },
    })
    expect(textOf(await reportOf([child, signed]))).toContain(
      'Signed off by Asha Rahman, midwife, Community midwifery, 15 Jun 2026, 09:30. Nothing has changed since.',
    )
  })

  it('says that a sign-off no longer covers what was recorded after it', async () => {
    const signed = anEntry({
      id: 'e-s',
      question: 'SIGN-OFF',
      kind: 'sign-off',
      value: { fingerprint: 'other', blanks: 3 },
    })
    const text = textOf(await reportOf([child, signed]))
    expect(text).toContain('Signed off earlier, and changed since')
    expect(text).toContain('the sign-off no longer covers what is here')
  })

  it('chooses no date of birth where people recorded different ones', async () => {
    const births = ['2023-01-01', '2024-01-01'].map((on, i) =>
      anEntry({ id: `e-b${i}`, question: 'CHD-01', subject: 'c1', value: parts({ birth: { on } }) }),
    )
    expect(sectionOf(await reportOf([child, ...births]), 'The children')).toContain(
      'People recorded different things about the birth',
    )
  })
})

describe('a record of which this edition cannot show everything', () => {
  const incomplete = async (...more: ReturnType<typeof anEntry>[]) => textOf(await reportOf([child, ...more]))

  it.each([
    ['an unknown kind', anEntry({ id: 'x', question: 'START-05', kind: 'drawing', value: { ink: 1 } })],
    ['a broken answer', anEntry({ id: 'x', question: 'ENG-04', value: 'yes' })],
    [
      'a question of a later guidance pack',
      anEntry({ id: 'x', question: 'PRE-99', value: parts({ a: 'b' }), guidancePack: 'later/2' }),
    ],
    [
      'a part of a later guidance pack',
      anEntry({ id: 'x', question: 'ENG-04', value: parts({ agree: 'all', mood: 'good' }) }),
    ],
    ['a broken note', anEntry({ id: 'x', question: 'NOTE', subject: 'n', kind: 'note', value: null })],
  ])('says that it is incomplete for %s, and lists it', async (_, entry) => {
    const text = await incomplete(entry)
    expect(text).toContain('This document is incomplete 1 entry was recorded that cannot be shown here, or not wholly.')
    expect(text).toContain(`Recorded, and not shown here`)
    expect(text).toContain(`${entry.kind} to ${entry.slot.question}, guidance pack ${entry.guidancePack}`)
  })

  it('counts, on its first page and at its end, what is closed to reading on the device', async () => {
    const report = textOf(await reportOf([child], { sealed: 2 }))
    expect(report).toContain('This document is incomplete 2 entries recorded on other devices were closed')
    expect(report).toContain('Recorded, and not shown here 2 entries recorded on other devices are not here')
    expect(textOf(await reportOf([child]))).not.toContain('incomplete')
  })

  it('counts entries that would not open on the device', async () => {
    expect(textOf(await reportOf([child], { unreadable: 2 }))).toContain('2 entries kept on the device')
  })

  it('says nothing of the kind of a whole record', async () => {
    expect(await incomplete()).not.toContain('incomplete')
  })
})

describe('answers in the report', () => {
  const heads = [
    anEntry({
      id: 'e-1',
      question: 'CON-09',
      subject: 'p1',
      value: parts({ status: 'in-treatment' }),
      basis: { how: 'said', by: 'p1' },
    }),
    anEntry({
      id: 'e-2',
      question: 'CON-09',
      subject: 'p1',
      value: parts({ status: 'left' }),
      author: WORKER,
      basis: { how: 'record' },
    }),
  ]

  it('keeps both where two people differ, each with author, agency and basis', async () => {
    const document = await reportOf([child, adult, ...heads])
    for (const title of ['Where people recorded different things', 'Everything that was recorded']) {
      const text = sectionOf(document, title)
      expect(text).toContain(
        'In treatment Said to the practitioner: Col Asha Rahman, midwife, Community midwifery, 15 Jun 2026, 09:30',
      )
      expect(text).toContain('On record Tom Hill, drug and alcohol worker, Harbour service, 15 Jun 2026, 09:30')
      expect(text).toContain('Different things were recorded here: 1 of 2')
      expect(text).toContain('Different things were recorded here: 2 of 2')
    }
  })

  it('says why one was chosen, and keeps those it was chosen from', async () => {
    const chosen = anEntry({
      id: 'e-3',
      question: 'CON-09',
      subject: 'p1',
      kind: 'resolve',
      value: { answer: parts({ status: 'left' }), why: 'the service was rung' },
      supersedes: ['e-1', 'e-2'],
    })
    const text = sectionOf(await reportOf([child, adult, ...heads, chosen]), 'Differences that somebody settled')
    expect(text).toContain(
      'Chosen between different answers by Asha Rahman, midwife, Community midwifery, 15 Jun 2026, 09:30, because the service was rung',
    )
    expect(text).toContain('Before: In treatment (Asha Rahman, midwife, Community midwifery, 15 Jun 2026, 09:30)')
    expect(sectionOf(await reportOf([child, adult, ...heads, chosen]), 'Where people recorded different things')).toBe(
      '',
    )
  })

  it('says what an earlier contact recorded, and tells of no edit within one contact', async () => {
    const level = (id: string, tier: string, contact: string, supersedes: string[]) =>
      anEntry({ id, question: 'ANA-06', subject: 'c1', value: parts({ level: tier }), contact, supersedes })
    const text = sectionOf(
      await reportOf([
        child,
        level('e-1', 'tier-3', 'first', []),
        level('e-2', 'tier-4', 'second', ['e-1']),
        level('e-3', 'tier-2', 'second', ['e-2']),
      ]),
      'Everything that was recorded',
    )
    expect(text).toMatch(/Tier 2: .* Before: Tier 3: /)
    expect(text).not.toContain('Tier 4')
  })

  it('keeps what was removed, with why', async () => {
    const removed = anEntry({
      id: 'e-r',
      question: 'NET-01',
      subject: 'p1',
      kind: 'retract',
      value: { why: 'entered twice' },
      supersedes: ['e-adult'],
    })
    const text = textOf(await reportOf([child, adult, removed]))
    expect(text).toContain('Removed: entered twice')
    expect(text).toMatch(/Before: .*Col.*\(Asha Rahman/)
  })

  it('keeps an answer whose question is not asked any more', async () => {
    const weeks = anEntry({ id: 'e-w', question: 'PRE-02', subject: 'p1', value: parts({ weeks: 20 }) })
    const text = sectionOf(await reportOf([child, adult, weeks]), 'Everything that was recorded')
    expect(text).toContain('Not asked any more, with the answers as they now stand Weeks today: 20 weeks')
  })

  it('puts a correction beside the words of a child, with who made it', async () => {
    const said = anEntry({
      id: 'e-c',
      question: 'CHD-08',
      subject: 'c1:i1',
      value: parts({ words: 'Dad sleeps' }),
      basis: { how: 'child' },
    })
    const correction = anEntry({
      id: 'e-k',
      question: 'CHD-08',
      subject: 'c1:i1',
      kind: 'correction',
      value: { part: 'words', words: 'Dad sleeps a lot', why: 'misheard' },
      author: WORKER,
    })
    expect(textOf(await reportOf([child, said, correction]))).toContain(
      '“Dad sleeps” Correction: “Dad sleeps a lot” (misheard). Tom Hill, drug and alcohol worker, Harbour service, 15 Jun 2026, 09:30 Said or shown by a child',
    )
  })

  it('names each author once where one person recorded all of a step', async () => {
    const text = sectionOf(await reportOf([child, adult]), 'Everything that was recorded')
    expect(text).toContain(
      'Recorded by Asha Rahman, midwife, Community midwifery, on 15 June 2026, unless it says otherwise.',
    )
  })

  it('gives the reason for each thing that was left open', async () => {
    const open = anEntry({ id: 'e-o', question: 'ENG-04', value: { blank: 'not-asked', why: 'partner in the room' } })
    expect(sectionOf(await reportOf([child, open]), 'What is not known')).toMatch(
      /Left open for a reason .*Are you happy to take part\? Not asked: partner in the room/,
    )
  })

  it('puts notes with their step, and those without one apart', async () => {
    const note = (id: string, words: string, step?: string) =>
      anEntry({
        id,
        question: 'NOTE',
        subject: id,
        kind: 'note',
        value: { sense: 'smelled', words, ...(step && { step }) },
      })
    const document = await reportOf([child, note('n1', 'Gas in the hall', 'SAF'), note('n2', 'Damp')])
    expect(sectionOf(document, 'Everything that was recorded')).toContain(
      'Home safety Notes made on the spot Smelled: Gas in the hall (Asha Rahman',
    )
    expect(sectionOf(document, 'Notes not filed to a step')).toContain('Smelled: Damp')
  })
})

describe('the plan', () => {
  const action = anEntry({
    id: 'e-p',
    question: 'PLN-01',
    subject: 'i1',
    value: parts({
      what: 'Lockbox',
      for: ['c1'],
      why: 'Methadone in reach',
      who: 'Tom Hill',
      by: { on: '2026-06-16' },
      measure: 'Nothing in reach',
    }),
  })

  it('stands near the front, with who does what by when', async () => {
    expect(sectionOf(await reportOf([child, action]), 'The plan')).toContain(
      'Lockbox Mia Methadone in reach Tom Hill By 16 June 2026 Nothing in reach Asha Rahman',
    )
  })

  it('keeps both editions of an action that people recorded differently', async () => {
    const other = anEntry({
      id: 'e-q',
      question: 'PLN-01',
      subject: 'i1',
      value: parts({ what: 'Daily collection' }),
      author: WORKER,
    })
    const text = sectionOf(await reportOf([child, action, other]), 'The plan')
    expect(text).toContain('What: Lockbox')
    expect(text).toContain('What: Daily collection')
  })

  it('says that there is none', async () => {
    expect(sectionOf(await reportOf([child]), 'The plan')).toBe('The plan No action is recorded.')
  })
})

describe('prompts', () => {
  it('stand first where something is to be done today, with what was done', async () => {
    const { entries, contact } = caseOf('FX-B')
    const done = anEntry({
      id: 'e-d',
      question: 'SP-07',
      kind: 'response',
      value: { words: 'Lockbox fitted' },
      author: WORKER,
    })
    const text = sectionOf(await reportOf([...entries, done], { contact }), 'To do today')
    expect(text).toContain('SP-07')
    expect(text).toContain('What was done: Lockbox fitted (Tom Hill, drug and alcohol worker, Harbour service')
    expect(text).toContain('SP-10')
  })

  it('keep what people wrote after the answers have changed', async () => {
    const earlier = anEntry({
      id: 'e-d',
      question: 'RC-01',
      kind: 'response',
      value: { words: 'Asked; it is the neighbour' },
    })
    expect(sectionOf(await reportOf([child, earlier]), 'Looked at earlier, and no longer raised')).toContain(
      'RC-01 Asked; it is the neighbour Asha Rahman',
    )
  })

  it('say, where there is none, that this is not evidence of safety, with what is not known', async () => {
    const { entries, contact } = caseOf('FX-0')
    expect(textOf(await reportOf(entries, { contact }))).toMatch(
      /No prompts fired\. That is not evidence of safety\. \d+ things are still not known\./,
    )
  })

  it('do not say so where one is raised', async () => {
    const { entries, contact } = caseOf('FX-A')
    expect(textOf(await reportOf(entries, { contact }))).not.toContain('No prompts fired')
  })
})

describe('every worked case', async () => {
  const texts = await Promise.all(
    ['FX-A', 'FX-B', 'FX-C', 'FX-0'].map(async (id) => {
      const { entries, contact } = caseOf(id)
      return textOf(await reportOf(entries, { contact }))
    }),
  )

  it('is called neither safe nor at any score', () => {
    for (const text of texts) {
      expect(text.match(/\b(is|are|seems?|appears?|now) safe\b/gi) ?? []).toEqual([])
      expect(text.match(/[^.]*\bscores?\b[^.]*\./gi)).toEqual([' This document holds no score and foretells nothing.'])
    }
  })

  it('uses no word that shames, and no name of a field', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/\b(denies|denied|addict|misuser|non-compliant|failed to attend|undefined|null|NaN)\b/i)
      expect(text).not.toContain('[object')
    }
  })

  it('names its author', () => {
    for (const text of texts) expect(text).toContain('Invented practitioner')
  })
})

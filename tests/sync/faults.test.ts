import { describe, expect, test } from 'vitest'
import { type Answer, readAnswer } from '../../src/sync/answer.ts'
import { type Attempt, type NextStep, nextStep } from '../../src/sync/faults.ts'

const first: Attempt = { failures: 0, size: 10, chance: 0.5 }
const one: Attempt = { ...first, size: 1 }
type Body = Extract<Answer, { came: 'answer' }>['body']
const answered = (status: number, body: Body = 'problem', retryAfter: number | null = null): Answer => ({
  came: 'answer',
  status,
  body,
  retryAfter,
})
const QUARTER_HOUR = 900_000

describe('what the outbox does next', () => {
  test.each<[string, Answer, Attempt, NextStep]>([
    ['results', answered(200, 'protocol'), first, { do: 'apply' }],
    ['no answer', { came: 'nothing' }, first, { do: 'retry', why: 'no-answer', afterMs: 1000 }],
    ['half an answer', answered(200, 'half'), first, { do: 'retry', why: 'half-answer', afterMs: 1000 }],
    ['no content', answered(204, 'half'), first, { do: 'retry', why: 'half-answer', afterMs: 1000 }],
    ['JSON of another kind', answered(200), first, { do: 'retry', why: 'not-understood', afterMs: 1000 }],
    ['a captive portal', answered(200, 'html'), first, { do: 'retry', why: 'captive-portal', afterMs: 1000 }],
    ['a portal that refuses', answered(403, 'html'), first, { do: 'retry', why: 'captive-portal', afterMs: 1000 }],
    ['a portal that asks who', answered(401, 'html'), first, { do: 'retry', why: 'captive-portal', afterMs: 1000 }],
    ['a portal that says gone', answered(404, 'html'), first, { do: 'retry', why: 'captive-portal', afterMs: 1000 }],
    ['a network’s own sign-in', answered(511, 'other'), first, { do: 'retry', why: 'captive-portal', afterMs: 1000 }],
    ['a redirect', answered(302, 'other'), first, { do: 'retry', why: 'captive-portal', afterMs: 1000 }],
    ['a redirect not followed', answered(0, 'half'), first, { do: 'retry', why: 'captive-portal', afterMs: 1000 }],
    ['400 for many', answered(400), first, { do: 'split' }],
    ['400 for one', answered(400), one, { do: 'hold-back', why: 'not-readable', afterMs: QUARTER_HOUR }],
    ['422 for many', answered(422), first, { do: 'split' }],
    ['422 for one', answered(422), one, { do: 'hold-back', why: 'not-readable', afterMs: QUARTER_HOUR }],
    ['401', answered(401), first, { do: 'sign-in' }],
    ['403', answered(403), first, { do: 'hold-back', why: 'not-allowed', afterMs: QUARTER_HOUR }],
    ['404', answered(404), first, { do: 'hold-back', why: 'not-known', afterMs: QUARTER_HOUR }],
    ['410', answered(410), first, { do: 'hold-back', why: 'not-known', afterMs: QUARTER_HOUR }],
    ['408', answered(408), first, { do: 'retry', why: 'server-trouble', afterMs: 1000 }],
    ['409', answered(409), first, { do: 'pull-first', afterMs: 1000 }],
    ['413 for many', answered(413), first, { do: 'split' }],
    ['413 for one', answered(413), one, { do: 'hold-back', why: 'too-large', afterMs: QUARTER_HOUR }],
    ['425', answered(425), first, { do: 'retry', why: 'server-trouble', afterMs: 1000 }],
    ['429', answered(429), first, { do: 'retry', why: 'server-busy', afterMs: 1000 }],
    ['429 that says when', answered(429, 'problem', 30), first, { do: 'retry', why: 'server-busy', afterMs: 30_000 }],
    ['429 for a day', answered(429, 'problem', 86_400), first, { do: 'retry', why: 'server-busy', afterMs: 3_600_000 }],
    ['500', answered(500), first, { do: 'retry', why: 'server-trouble', afterMs: 1000 }],
    ['502 with a page', answered(502, 'html'), first, { do: 'retry', why: 'server-trouble', afterMs: 1000 }],
    ['503 that says when', answered(503, 'half', 7), first, { do: 'retry', why: 'server-trouble', afterMs: 7000 }],
    ['507', answered(507), first, { do: 'retry', why: 'server-trouble', afterMs: 1000 }],
    ['a status never seen', answered(418), first, { do: 'retry', why: 'not-understood', afterMs: 1000 }],
    ['a status of no class', answered(999), first, { do: 'retry', why: 'server-trouble', afterMs: 1000 }],
  ])('%s', (_, answer, attempt, step) => {
    expect(nextStep(answer, attempt)).toEqual(step)
  })

  test('waits twice as long each time, up to five minutes, and never the same as all others', () => {
    const waits = [0, 1, 2, 3, 8, 9, 5000].map((failures) => nextStep({ came: 'nothing' }, { ...first, failures }))
    expect(waits.map((step) => step.do === 'retry' && step.afterMs)).toEqual([
      1000, 2000, 4000, 8000, 256_000, 300_000, 300_000,
    ])
    const spread = [0, 0.999].map((chance) => nextStep({ came: 'nothing' }, { ...first, failures: 3, chance }))
    expect(spread.map((step) => step.do === 'retry' && step.afterMs)).toEqual([6000, 9996])
  })

  test('is never to drop anything, and is never for ever, whatever comes', () => {
    const bodies: Body[] = ['protocol', 'problem', 'half', 'html', 'other']
    const known = new Set(['apply', 'retry', 'sign-in', 'pull-first', 'split', 'hold-back'])
    const bad: unknown[] = []
    for (let status = 0; status < 1000; status++)
      for (const body of bodies)
        for (const retryAfter of [null, 0, 10, 1e12])
          for (const size of [1, 2]) {
            const step = nextStep(answered(status, body, retryAfter), { ...first, size })
            const wait = 'afterMs' in step ? step.afterMs : 1000
            if (!known.has(step.do) || !(wait >= 750 && wait <= 3_600_000)) bad.push([status, body, step])
            if (step.do === 'split' && size === 1) bad.push([status, body, 'splits one'])
            if (step.do === 'apply' && !(status >= 200 && status < 300 && body === 'protocol')) bad.push([status, body])
          }
    expect(bad).toEqual([])
  })
})

describe('reading an answer', () => {
  const read = (text: string, contentType: string | null = 'application/json', retryAfter: string | null = null) =>
    readAnswer({ status: 200, contentType, retryAfter, text }, (body) => body === 1, Date.UTC(2026, 2, 2, 9))

  test.each<[string, string, string | null, Body]>([
    ['what was asked for', '1', 'application/json; charset=utf-8', 'protocol'],
    ['other JSON', '{"a":1}', 'application/json', 'problem'],
    ['JSON cut off', '{"results":[{"resul', 'application/json', 'half'],
    ['nothing at all', '', null, 'half'],
    ['a page', '<!doctype html><p>Accept our terms', 'text/html', 'html'],
    ['a page that says it is JSON', '\n <html>', 'application/json', 'html'],
    ['JSON that says it is a page', '1', 'text/html; charset=utf-8', 'html'],
    ['plain words', 'Bad gateway', 'text/plain', 'other'],
  ])('%s', (_, text, type, body) => {
    expect(read(text, type)).toEqual({ came: 'answer', status: 200, body, retryAfter: null })
  })

  test.each([
    ['120', 120],
    ['Mon, 02 Mar 2026 09:00:30 GMT', 30],
    ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
    ['soon', null],
  ])('waits as the server says: %s', (header, seconds) => {
    expect(read('1', null, header)).toMatchObject({ retryAfter: seconds })
  })
})

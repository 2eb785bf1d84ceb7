import * as z from 'zod/mini'
import { dayOf } from './calendar.ts'
import { BLANKS, type Option, type Part, type Question } from './question.ts'

const MAX_SHORT = 300
const MAX_LONG = 20_000

/** Checks one answer of a question. Every part may be missing: an unfinished answer is still an answer worth keeping. */
export function valueSchema(question: Question) {
  const shape = Object.fromEntries(question.parts.map((p) => [p.id, z.optional(partSchema(p))]))
  return z.union([
    z.strictObject({ blank: z.enum(BLANKS), why: z.optional(z.string().check(z.maxLength(MAX_LONG))) }),
    z.strictObject({ parts: z.strictObject(shape) }),
  ])
}

/** Checks one part by itself, so that one bad part never keeps the others from being saved. */
export function partSchema(part: Part) {
  switch (part.kind) {
    case 'single':
      return z.enum(ids(part.options))
    case 'multi':
      return z.array(z.enum(ids(part.options))).check(z.refine((v) => alone(v, part.options)))
    case 'number':
      return z.number().check(
        z.minimum(part.min),
        z.maximum(part.max),
        z.refine((n) => Math.abs(n * 10 ** (part.decimals ?? 0) - Math.round(n * 10 ** (part.decimals ?? 0))) < 1e-9),
      )
    case 'date':
      return z.strictObject({
        on: z.string().check(z.refine((d) => dayOf(d) !== undefined)),
        about: z.optional(z.literal(true)),
      })
    case 'time':
      return z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
    case 'text':
      return z.string().check(z.maxLength(part.long ? MAX_LONG : MAX_SHORT))
    case 'verbatim':
      return z.string().check(z.maxLength(MAX_LONG))
    case 'grid':
      return z.partialRecord(z.enum(ids(part.rows)), z.enum(ids(part.cells)))
    case 'drinks':
      return z.array(drinks).check(z.minLength(1), z.maxLength(MOST_DRINKS))
    case 'people':
      return z.array(z.string().check(z.minLength(1)))
    case 'origin':
      return z.string().check(z.minLength(1), z.maxLength(MAX_SHORT))
    case 'contact':
      return z.strictObject({
        name: z.optional(z.string().check(z.maxLength(MAX_SHORT))),
        role: z.optional(z.string().check(z.maxLength(MAX_SHORT))),
        phone: z.optional(z.string().check(z.maxLength(MAX_SHORT))),
        email: z.optional(z.string().check(z.maxLength(MAX_SHORT))),
      })
  }
}

/** The sizes and strengths that a drink can have; a tenth of a percent is the finest that a label gives. */
export const DRINK_LIMITS = { ml: [1, 10_000], strength: [0.1, 100], count: [1, 99] } as const
const MOST_DRINKS = 40
const whole = (name: 'ml' | 'count') =>
  z.optional(z.int().check(z.minimum(DRINK_LIMITS[name][0]), z.maximum(DRINK_LIMITS[name][1])))
const drinks = z
  .strictObject({
    what: z.optional(z.string().check(z.minLength(1), z.maxLength(MAX_SHORT))),
    ml: whole('ml'),
    strength: z.optional(
      z.number().check(
        z.minimum(DRINK_LIMITS.strength[0]),
        z.maximum(DRINK_LIMITS.strength[1]),
        z.refine((n) => Math.abs(n * 10 - Math.round(n * 10)) < 1e-9),
      ),
    ),
    count: whole('count'),
  })
  .check(z.refine((d) => Object.keys(d).length > 0))

const ids = (options: readonly Option[]) => options.map((o) => o.id) as [string, ...string[]]

/** "None of these" stands alone. */
function alone(chosen: readonly string[], options: readonly Option[]): boolean {
  return chosen.length < 2 || !options.some((o) => o.exclusive && chosen.includes(o.id))
}

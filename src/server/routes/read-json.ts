import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type * as z from 'zod/mini'
import { problem } from './problem.ts'

/** Bytes of a body that is not a batch of entries. */
const SMALL = 64 * 1024

/** Cuts a body off once it is too large, however long it says that it is. */
export const limited = (most = SMALL): MiddlewareHandler =>
  bodyLimit({ maxSize: most, onError: (c) => problem(c, 'too-large') })

export type ReadJson<T> = { ok: true; body: T } | { ok: false; response: Response }

/** The body as JSON, as it came. The route is `limited`. */
export async function readJson(c: Context): Promise<ReadJson<unknown>> {
  const refuse = (): ReadJson<unknown> => ({ ok: false, response: problem(c, 'not-readable') })
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse()
  try {
    // Bytes that are no text would be changed by reading them otherwise.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer())
    return { ok: true, body: JSON.parse(text) }
  } catch {
    return refuse()
  }
}

/** The body in the shape that is asked for. */
export async function readBody<Schema extends z.ZodMiniType>(
  c: Context,
  schema: Schema,
): Promise<ReadJson<z.infer<Schema>>> {
  const read = await readJson(c)
  if (!read.ok) return read
  const parsed = schema.safeParse(read.body)
  if (!parsed.success) return { ok: false, response: problem(c, 'not-readable') }
  return { ok: true, body: parsed.data }
}

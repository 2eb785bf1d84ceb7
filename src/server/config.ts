import * as z from 'zod/mini'

export interface ServerConfig {
  port: number
  /** The built app. */
  dist: string
  /** Where old hashed assets are kept, so that a tab that was opened before an update still finds its parts. */
  archive: string
}

const schema = z.object({
  PORT: z._default(
    z.pipe(
      z.string().check(z.regex(/^\d+$/)),
      z.coerce.number<string>().check(z.int(), z.minimum(0), z.maximum(65_535)),
    ),
    8080,
  ),
  LINNET_DATA: z._default(z.string().check(z.minLength(1)), 'data'),
})

/** `problem` says which setting is wrong and what to do. */
export function readConfig(
  env: Record<string, string | undefined>,
): { ok: true; config: ServerConfig } | { ok: false; problem: string } {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    return { ok: false, problem: `${name} is not usable. PORT takes a number from 0 to 65535, LINNET_DATA a folder.` }
  }
  return { ok: true, config: { port: parsed.data.PORT, dist: 'dist', archive: `${parsed.data.LINNET_DATA}/assets` } }
}

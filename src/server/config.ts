import * as z from 'zod/mini'
import { READING_BOUNDS, type ReadingLimits } from '../sync/reading-seal.ts'

export interface ServerConfig {
  port: number
  /** The built app. */
  dist: string
  /** Where old hashed assets are kept, so that a tab that was opened before an update still finds its parts. */
  archive: string
  /** A PostgreSQL that any number of processes share. It may hold a password: never logged. */
  databaseUrl: string | undefined
  /** The folder of everything that the server keeps itself. */
  data: string
  /** Signs the audit; without it, the key of the data folder. A secret: never logged. */
  auditKey: string | undefined
  /** For SQLite alone, where no PostgreSQL is named. */
  records: string
  /** The origin at which browsers reach this server, when it stands behind a proxy. */
  origin: string | undefined
  /** How many proxies stand in front and add to X-Forwarded-For. */
  proxies: number
  /** For how long devices show what colleagues recorded, and keep it, without contact. */
  reading: ReadingLimits
}

const wholeNumber = (least: number, most: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,6}$/)),
    z.coerce.number<string>().check(z.int(), z.minimum(least), z.maximum(most)),
  )

const { hours, days } = READING_BOUNDS

const schema = z.object({
  PORT: z._default(wholeNumber(0, 65_535), 8080),
  LINNET_DATA: z._default(z.string().check(z.minLength(1)), 'data'),
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\/\S+$/))),
  LINNET_AUDIT_KEY: z.optional(z.string().check(z.regex(/^\s*-----BEGIN PRIVATE KEY-----/))),
  PUBLIC_URL: z.optional(z.string().check(z.refine(isOrigin))),
  PROXIES: z._default(wholeNumber(0, 10), 0),
  LINNET_READING_SEALS_HOURS: z._default(wholeNumber(hours.least, hours.most), hours.usual),
  LINNET_READ_COPY_DAYS: z._default(wholeNumber(days.least, days.most), days.usual),
})

const TAKES: Record<keyof z.infer<typeof schema>, string> = {
  PORT: 'It takes a number from 0 to 65535.',
  LINNET_DATA: 'It takes a folder.',
  DATABASE_URL:
    'It takes the address of a PostgreSQL, postgres://user:password@host/database. Leave it out to use SQLite.',
  LINNET_AUDIT_KEY: 'It takes an Ed25519 private key in PEM (PKCS #8). Leave it out to use that of the data folder.',
  PUBLIC_URL: 'It takes the address at which browsers reach this server, with https and without a path.',
  PROXIES: 'It takes how many proxies stand in front of this server, from 0 to 10.',
  LINNET_READING_SEALS_HOURS: `It takes whole hours, from ${hours.least} to ${hours.most}.`,
  LINNET_READ_COPY_DAYS: `It takes whole days, from ${days.least} to ${days.most}, and no less than LINNET_READING_SEALS_HOURS.`,
}

/** `problem` says which setting is wrong and what to do. It never repeats what was given. */
export function readConfig(
  env: Record<string, string | undefined>,
): { ok: true; config: ServerConfig } | { ok: false; problem: string } {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    return unusable(String(parsed.error.issues[0]?.path[0]) as keyof typeof TAKES)
  }
  const { PORT, LINNET_DATA, DATABASE_URL, LINNET_AUDIT_KEY, PUBLIC_URL, PROXIES } = parsed.data
  const reading = {
    sealsAfterHours: parsed.data.LINNET_READING_SEALS_HOURS,
    erasedAfterDays: parsed.data.LINNET_READ_COPY_DAYS,
  }
  if (reading.erasedAfterDays * 24 < reading.sealsAfterHours) return unusable('LINNET_READ_COPY_DAYS')
  return {
    ok: true,
    config: {
      port: PORT,
      dist: 'dist',
      archive: `${LINNET_DATA}/assets`,
      databaseUrl: DATABASE_URL,
      data: LINNET_DATA,
      auditKey: LINNET_AUDIT_KEY,
      records: `${LINNET_DATA}/records`,
      origin: PUBLIC_URL && new URL(PUBLIC_URL).origin,
      proxies: PROXIES,
      reading,
    },
  }
}

const unusable = (name: keyof typeof TAKES) =>
  ({ ok: false, problem: `${name} is not usable. ${TAKES[name]}` }) as const

/** Plain http is for this machine only: browsers keep Linnet's cookie nowhere else without TLS. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, search, hash, username } = new URL(text)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost')
  return isSafe && pathname === '/' && search === '' && hash === '' && username === ''
}

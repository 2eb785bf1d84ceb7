import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/server/config.ts'

const defaults = {
  port: 8080,
  dist: 'dist',
  archive: 'data/assets',
  databaseUrl: undefined,
  data: 'data',
  auditKey: undefined,
  records: 'data/records',
  origin: undefined,
  proxies: 0,
  reading: { sealsAfterHours: 72, erasedAfterDays: 30 },
}
const problemOf = (env: Record<string, string>): string => {
  const read = readConfig(env)
  return read.ok ? 'none' : read.problem
}

describe('the settings of the server', () => {
  it('need not be given', () => {
    expect(readConfig({})).toEqual({ ok: true, config: defaults })
  })

  it('are a port, a folder, a database, an address and a number of proxies', () => {
    const given = {
      PORT: '0',
      LINNET_DATA: '/srv/linnet',
      DATABASE_URL: 'postgres://linnet:s3cret@db/linnet',
      PUBLIC_URL: 'https://linnet.example.org/',
      PROXIES: '1',
      HOME: '/root',
    }
    expect(readConfig(given)).toEqual({
      ok: true,
      config: {
        ...defaults,
        port: 0,
        archive: '/srv/linnet/assets',
        data: '/srv/linnet',
        records: '/srv/linnet/records',
        databaseUrl: 'postgres://linnet:s3cret@db/linnet',
        origin: 'https://linnet.example.org',
        proxies: 1,
      },
    })
    expect(readConfig({ PORT: '65535' })).toMatchObject({ config: { port: 65535 } })
  })

  it('take a PostgreSQL that is reached through a socket', () => {
    const DATABASE_URL = 'postgresql://linnet@/linnet?host=%2Frun%2Fpostgresql'
    expect(readConfig({ DATABASE_URL })).toMatchObject({ config: { databaseUrl: DATABASE_URL } })
  })

  it.each(['65536', '-1', '80.5', '0x50', '1e3', 'http', '', ' ', '8080 '])(
    'refuse the port %j, and say what to do',
    (PORT) => {
      expect(problemOf({ PORT })).toBe('PORT is not usable. It takes a number from 0 to 65535.')
    },
  )

  it('refuse an empty folder, and say which setting it is', () => {
    expect(problemOf({ LINNET_DATA: '' })).toBe('LINNET_DATA is not usable. It takes a folder.')
  })

  it.each(['', 'mysql://linnet:s3cret@db/x', 's3cret', 'postgres://', 'postgres://linnet:s3 cret@db/x'])(
    'refuse the database %j without repeating it: it may hold a password',
    (DATABASE_URL) => {
      expect(problemOf({ DATABASE_URL })).toBe(
        'DATABASE_URL is not usable. It takes the address of a PostgreSQL, postgres://user:password@host/database. Leave it out to use SQLite.',
      )
    },
  )

  it.each(['', 'linnet', 'http://linnet.example.org', 'https://linnet.example.org/app', 'https://x@y.example.org'])(
    'refuse the address %j: browsers would keep no cookie of it, or it is no origin',
    (PUBLIC_URL) => {
      expect(problemOf({ PUBLIC_URL })).toContain('PUBLIC_URL is not usable.')
    },
  )

  it('are for how long devices show and keep what colleagues recorded', () => {
    const given = { LINNET_READING_SEALS_HOURS: '24', LINNET_READ_COPY_DAYS: '7' }
    const reading = { sealsAfterHours: 24, erasedAfterDays: 7 }
    expect(readConfig(given)).toEqual({ ok: true, config: { ...defaults, reading } })
    const least = { LINNET_READING_SEALS_HOURS: '24', LINNET_READ_COPY_DAYS: '1' }
    expect(readConfig(least)).toMatchObject({ config: { reading: { sealsAfterHours: 24, erasedAfterDays: 1 } } })
  })

  it.each(['0', '2161', '1.5', '72h', '', '-72', '1e2'])(
    'refuse to seal after %j hours, and say what to do',
    (hours) => {
      expect(problemOf({ LINNET_READING_SEALS_HOURS: hours })).toBe(
        'LINNET_READING_SEALS_HOURS is not usable. It takes whole hours, from 1 to 2160.',
      )
    },
  )

  it.each(['0', '366', 'never', '', '2'])(
    'refuse to erase after %j days, where sealing comes after 72 hours',
    (days) => {
      expect(problemOf({ LINNET_READ_COPY_DAYS: days })).toBe(
        'LINNET_READ_COPY_DAYS is not usable. It takes whole days, from 1 to 365, and no less than LINNET_READING_SEALS_HOURS.',
      )
    },
  )

  it.each(['-1', '11', 'one', ''])('refuse %j proxies', (PROXIES) => {
    expect(problemOf({ PROXIES })).toContain('PROXIES is not usable.')
  })
})

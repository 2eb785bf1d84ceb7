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

  it.each(['-1', '11', 'one', ''])('refuse %j proxies', (PROXIES) => {
    expect(problemOf({ PROXIES })).toContain('PROXIES is not usable.')
  })
})

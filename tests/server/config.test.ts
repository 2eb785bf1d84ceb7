import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/server/config.ts'

describe('the settings of the server', () => {
  it('need not be given', () => {
    expect(readConfig({})).toEqual({ ok: true, config: { port: 8080, dist: 'dist', archive: 'data/assets' } })
  })

  it('are a port and a folder', () => {
    expect(readConfig({ PORT: '0', LINNET_DATA: '/srv/linnet', HOME: '/root' })).toEqual({
      ok: true,
      config: { port: 0, dist: 'dist', archive: '/srv/linnet/assets' },
    })
    expect(readConfig({ PORT: '65535' })).toMatchObject({ config: { port: 65535 } })
  })

  it.each(['65536', '-1', '80.5', '0x50', '1e3', 'http', '', ' ', '8080 '])(
    'refuse the port %j, and say what to do',
    (PORT) => {
      expect(readConfig({ PORT })).toEqual({
        ok: false,
        problem: 'PORT is not usable. PORT takes a number from 0 to 65535, LINNET_DATA a folder.',
      })
    },
  )

  it('refuse an empty folder, and say which setting it is', () => {
    expect(readConfig({ LINNET_DATA: '' })).toEqual({
      ok: false,
      problem: 'LINNET_DATA is not usable. PORT takes a number from 0 to 65535, LINNET_DATA a folder.',
    })
  })
})

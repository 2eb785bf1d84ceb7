import { expect, it } from 'vitest'
import { departureAddress, readAddress, withInvitation } from '../../../src/app/account/sign-in-address.ts'
import { startOidcSchema } from '../../../src/sync/api.ts'

const TOKEN = 'Zk3_-aB9'

it('an invitation stands after the hash sign, which is sent to no server', () => {
  const { pathname, search, hash } = new URL(withInvitation(TOKEN), 'https://linnet.example')
  expect([pathname, search, readAddress(hash)]).toEqual(['/service/sign-in', '', { came: null, invitation: TOKEN }])
})

it.each([
  ['', { came: null, invitation: null }],
  ['#sign-in=done', { came: 'done', invitation: null }],
  ['#sign-in=not-recognised', { came: 'not-recognised', invitation: null }],
  ['#main', { came: null, invitation: null }],
])('%j tells what came of it', (hash, told) => {
  expect(readAddress(hash)).toEqual(told)
})

it.each([
  [{ invitation: null, anew: false }, {}],
  [
    { invitation: TOKEN, anew: true },
    { invitation: TOKEN, anew: 'yes' },
  ],
])('leaving asks the server for what it can read: %j', (given, more) => {
  const device = { id: 'device-1', name: 'work & home phone' }
  const { pathname, searchParams } = new URL(
    departureAddress({ agency: 'ag-1', device, ...given }),
    'https://x.example',
  )
  expect(pathname).toBe('/api/oidc/start')
  expect(startOidcSchema.parse(Object.fromEntries(searchParams))).toEqual({
    agency: 'ag-1',
    device: 'device-1',
    deviceName: 'work & home phone',
    to: '/service/sign-in#sign-in=done',
    ...more,
  })
})

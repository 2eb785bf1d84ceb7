import { Hono } from 'hono'
import { acceptInvitationSchema, endUserSchema, inviteSchema, revokeDeviceSchema } from '../../sync/api.ts'
import { devicesOf, endUser, isDeviceOf, usersOf } from '../accounts/agencies.ts'
import { optionsToMake } from '../accounts/ask-passkey.ts'
import { providerOf } from '../accounts/identity-providers.ts'
import { acceptInvitation, invitationLink, invitationOf, invite } from '../accounts/invitations.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { problem } from './problem.ts'
import { limited, readBody } from './read-json.ts'
import { signedIn, withAccess } from './signed-in.ts'
import { siteOf } from './site-of.ts'

/** What an administrator does for the people of the own agency, and what an invited person does with the link. */
export function agencyRoutes(parts: ApiParts): Hono<ApiEnv> {
  const { accounts, keeping, log } = parts
  const administrator = [signedIn(parts), withAccess(parts, 'administrator')] as const
  return new Hono<ApiEnv>()
    .post('/agency/invitations', ...administrator, limited(), async (c) => {
      const read = await readBody(c, inviteSchema)
      if (!read.ok) return read.response
      const { agency, session } = c.get('signedIn')
      const { token, expiresAt } = await accounts.db.run(() =>
        invite(accounts, { ...read.body, agency, by: session.user }),
      )
      log('invited', { agency, by: session.user, access: read.body.access })
      return c.json({ link: invitationLink(token), expiresAt })
    })
    .get('/agency/users', ...administrator, async (c) => {
      const { agency } = c.get('signedIn')
      return c.json({ users: await accounts.db.run(() => usersOf(agency)) })
    })
    .post('/agency/users/end', ...administrator, limited(), async (c) => {
      const read = await readBody(c, endUserSchema)
      if (!read.ok) return read.response
      const { agency, session } = c.get('signedIn')
      const ended = await accounts.db.run(() => endUser(accounts, agency, read.body.id))
      if (!ended) return problem(c, 'not-found')
      log('user-ended', { user: read.body.id, by: session.user })
      return c.json({})
    })
    .get('/agency/devices', ...administrator, async (c) => {
      const { agency } = c.get('signedIn')
      return c.json({ devices: await accounts.db.run(() => devicesOf(agency)) })
    })
    .post('/agency/devices/revoke', ...administrator, limited(), async (c) => {
      const read = await readBody(c, revokeDeviceSchema)
      if (!read.ok) return read.response
      const { agency, session } = c.get('signedIn')
      const { id } = read.body
      if (!(await accounts.db.run(() => isDeviceOf(agency, id)))) return problem(c, 'not-found')
      await keeping.revokeDevice(id)
      log('device-revoked', { device: id, by: session.user })
      return c.json({})
    })
    .get('/invitations/:token', async (c) => {
      const found = await accounts.db.run(function* () {
        const invitation = yield* invitationOf(accounts, c.req.param('token'))
        return invitation && { ...invitation, provider: (yield* providerOf(invitation.agency.id)) !== undefined }
      })
      return found ? c.json(found) : problem(c, 'not-found')
    })
    .post('/invitations/:token/passkey', limited(), async (c) => {
      const options = await optionsToMake(accounts, siteOf(c, parts), c.req.param('token'))
      return options ? c.json({ options }) : problem(c, 'not-found')
    })
    .post('/invitations/:token', limited(), async (c) => {
      const read = await readBody(c, acceptInvitationSchema)
      if (!read.ok) return read.response
      const { passkey: made, ...chosen } = read.body
      const passkey = made && { made, site: siteOf(c, parts) }
      const accepted = await acceptInvitation(accounts, c.req.param('token'), { ...chosen, passkey })
      if (!accepted.ok) return problem(c, accepted.why)
      log('invitation-used', { user: accepted.user })
      return c.json({})
    })
}

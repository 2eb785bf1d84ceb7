import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { ACCESS, inviteSchema } from '../../sync/api.ts'
import { type Agency, agencies, createAgency, devicesOf, endUser, isDeviceOf, usersOf } from '../accounts/agencies.ts'
import { isIssuer, setProvider } from '../accounts/identity-providers.ts'
import { invitationLink, invite, type NewInvitation } from '../accounts/invitations.ts'
import { type AdminCommand, type AdminParts, type Outcome, refuse, said, textOf } from './admin-command.ts'
import { AUDIT_COMMANDS } from './audit-commands.ts'
import { BACKUP_COMMANDS } from './backup-commands.ts'

export type ReadCommand = { ok: true; run(parts: AdminParts): Promise<Outcome> } | { ok: false; problem: string }

/** Understands what was typed, before any database is opened. */
export function readCommand(words: readonly string[]): ReadCommand {
  const [name = '', ...rest] = words
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return { ok: false, problem: name === '' ? HELP : `There is no command ${name}.\n${HELP}` }
  const given = optionsIn(rest, command)
  if (!given) return { ok: false, problem: `Use: npm run admin -- ${name} ${command.usage}`.trim() }
  return { ok: true, run: (parts) => command.run(given, parts) }
}

/** Each with something in it; null when one is missing or there is another. */
function optionsIn(
  words: readonly string[],
  { options: needed, optional = [] }: AdminCommand,
): Record<string, string> | null {
  try {
    const options = Object.fromEntries([...needed, ...optional].map((name) => [name, { type: 'string' as const }]))
    const { values } = parseArgs({ args: [...words], options, strict: true, allowPositionals: false })
    const given = Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [],
    )
    return needed.every((name) => given.some(([each]) => each === name)) ? Object.fromEntries(given) : null
  } catch {
    return null
  }
}

const COMMANDS: Readonly<Record<string, AdminCommand>> = {
  'first-agency': {
    usage: '--name NAME --admin-email ADDRESS',
    does: 'begins with an agency, and prints a link for its administrator',
    options: ['name', 'admin-email'],
    run: async (given, parts) => {
      const there = await parts.accounts.db.run(agencies)
      if (there.length > 0) {
        return refuse(
          'There is an agency already. Another one: npm run admin -- agency --name NAME --admin-email ADDRESS',
        )
      }
      return await newAgency(given, parts)
    },
  },
  agency: {
    usage: '--name NAME --admin-email ADDRESS',
    does: 'adds another agency, and prints a link for its administrator',
    options: ['name', 'admin-email'],
    run: (given, parts) => newAgency(given, parts),
  },
  agencies: {
    usage: '',
    does: 'lists the agencies with their ids',
    options: [],
    run: async (_, { accounts }) => said(...(await accounts.db.run(agencies)).map(({ id, name }) => `${id}  ${name}`)),
  },
  invite: {
    usage: '--agency ID --email ADDRESS --role PROFESSION --access ACCESS',
    does: 'prints a link for somebody new, or for somebody who lost password, authenticator or passkey',
    options: ['agency', 'email', 'role', 'access'],
    run: async ({ agency = '', email, role, access }, parts) => {
      if (!(await isAgency(parts, agency))) return refuse(NO_AGENCY)
      const asked = inviteSchema.safeParse({ email, role, access })
      if (asked.success) return said(...(await linkFor(parts, { ...asked.data, agency, by: null })))
      return refuse(`ADDRESS is an e-mail address, ACCESS one of ${ACCESS.join(', ')}.`)
    },
  },
  provider: {
    usage: '--agency ID --issuer ADDRESS --client-id NAME --secret-file FILE',
    does: 'lets people of an agency sign in with its own OpenID Connect provider',
    options: ['agency', 'issuer', 'client-id', 'secret-file'],
    run: async ({ agency = '', issuer = '', 'client-id': clientId = '', 'secret-file': file = '' }, parts) => {
      if (!(await isAgency(parts, agency))) return refuse(NO_AGENCY)
      if (!isIssuer(issuer)) return refuse('ADDRESS is the issuer as the provider says it of itself, with https.')
      // Not on the command line, where other users of the machine can read it.
      const clientSecret = textOf(file)
      if (clientSecret === '')
        return refuse('FILE cannot be read, or is empty. It holds the client secret and nothing else.')
      await parts.accounts.db.run(() => setProvider({ agency, issuer, clientId, clientSecret }))
      return said(
        `Register ${parts.origin}/api/oidc/callback with the provider.`,
        'Whoever is invited from now on may follow the link and sign in there.',
      )
    },
  },
  users: {
    usage: '--agency ID',
    does: 'lists the people of an agency',
    options: ['agency'],
    run: async ({ agency = '' }, parts) => {
      if (!(await isAgency(parts, agency))) return refuse(NO_AGENCY)
      const users = await parts.accounts.db.run(() => usersOf(agency))
      return said(
        ...users.map(({ id, name, email, role, access, endedAt }) =>
          [id, endedAt ? 'ended ' : 'in use', access, name, email, role].join('  '),
        ),
      )
    },
  },
  'end-user': {
    usage: '--agency ID --user ID',
    does: 'ends an account and signs it out everywhere; a new invitation opens it again',
    options: ['agency', 'user'],
    run: async ({ agency = '', user = '' }, { accounts }) => {
      if (await accounts.db.run(() => endUser(accounts, agency, user))) return said(`Ended ${user}.`)
      return refuse('There is no such user. The id is in: npm run admin -- users --agency ID')
    },
  },
  devices: {
    usage: '--agency ID',
    does: 'lists the devices on which people of an agency have signed in',
    options: ['agency'],
    run: async ({ agency = '' }, parts) => {
      if (!(await isAgency(parts, agency))) return refuse(NO_AGENCY)
      const devices = await parts.accounts.db.run(() => devicesOf(agency))
      return said(
        ...devices.map(({ id, name, user, lastSeenAt, revoked }) =>
          [id, revoked ? 'revoked' : 'in use ', lastSeenAt, user.name, name].join('  '),
        ),
      )
    },
  },
  'revoke-device': {
    usage: '--agency ID --device ID',
    does: 'revokes one for good: it is shown nothing, and what it still sends is kept apart',
    options: ['agency', 'device'],
    run: async ({ agency = '', device = '' }, { accounts, keeping }) => {
      if (!(await accounts.db.run(() => isDeviceOf(agency, device)))) {
        return refuse('There is no such device. Its id is in: npm run admin -- devices --agency ID')
      }
      await keeping.revokeDevice(device)
      return said(`Revoked ${device}.`)
    },
  },
  ...AUDIT_COMMANDS,
  ...BACKUP_COMMANDS,
}

const HELP = [
  'Use: npm run admin -- COMMAND',
  ...Object.entries(COMMANDS).flatMap(([name, { usage, does }]) => [`  ${`${name} ${usage}`.trim()}`, `      ${does}`]),
].join('\n')
const NO_AGENCY = 'There is no such agency. Its id is in: npm run admin -- agencies'

const agencySchema = z.object({
  name: z.string().check(z.maxLength(200)),
  email: inviteSchema.shape.email,
})

async function newAgency(given: Readonly<Record<string, string>>, parts: AdminParts): Promise<Outcome> {
  const asked = agencySchema.safeParse({ name: given.name, email: given['admin-email'] })
  if (!asked.success) return refuse('NAME has at most 200 characters, and ADDRESS is an e-mail address.')
  const { accounts } = parts
  const { name, email } = asked.data
  const begun = await accounts.db.run(function* () {
    const agency: Agency = yield* createAgency(accounts, name)
    const invitation = { agency: agency.id, email, role: 'administrator', access: 'administrator' as const, by: null }
    return { agency, ...(yield* invite(accounts, invitation)) }
  })
  return said(`Agency ${begun.agency.id}`, ...linkLines(parts, begun))
}

async function linkFor(parts: AdminParts, invitation: NewInvitation): Promise<string[]> {
  return linkLines(parts, await parts.accounts.db.run(() => invite(parts.accounts, invitation)))
}

const linkLines = ({ origin }: AdminParts, { token, expiresAt }: { token: string; expiresAt: string }): string[] => [
  `${origin}${invitationLink(token)}`,
  `Good for one use until ${expiresAt}. Whoever has it becomes that user: pass it on by a way that only they read.`,
]

async function isAgency({ accounts }: AdminParts, id: string): Promise<boolean> {
  return (await accounts.db.run(agencies)).some((each) => each.id === id)
}

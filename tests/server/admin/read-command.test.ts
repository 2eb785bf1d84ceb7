import { beforeEach, describe, expect, test } from 'vitest'
import { readCommand } from '../../../src/server/admin/read-command.ts'
import { aFolder } from '../a-built-app.ts'
import { codeOf, NEXT_CODE, PASSWORD } from '../accounts/accounts-builders.ts'
import { anApi, tokenIn, told } from '../routes/an-api.ts'

/** A database, its server, and whoever types beside it. */
function aServer() {
  const api = anApi()
  const typed = async (line: string): Promise<string[]> => {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
    const command = readCommand(words)
    if (!command.ok) return ['problem', command.problem]
    const outcome = await command.run({
      accounts: api.parts,
      keeping: api.keeping,
      origin: 'https://linnet.example.org',
      tasks: api.tasks,
      auditing: api.auditing,
      backups: api.backups,
    })
    return outcome.ok ? outcome.lines : ['problem', outcome.problem]
  }
  return { ...api, typed }
}
let server: ReturnType<typeof aServer>
beforeEach(() => {
  server = aServer()
})

const FIRST = 'first-agency --name "Northgate Midwives" --admin-email ada@example.org'
const tokenOf = (link = ''): string => /^https:\/\/linnet\.example\.org\/invitation#([\w-]{43})$/.exec(link)?.[1] ?? ''

/** Follows a link to an account and a session. */
async function accepted(token: string, name: string, device = 'desk') {
  const invitation = (await (await server.ask('GET', `/api/invitations/${token}`)).json()) as Record<string, string>
  const { secret = '', email } = invitation
  const code = () => codeOf(secret, server.parts.now())
  const accepting = { name, password: PASSWORD, code: code() }
  expect((await server.ask('POST', `/api/invitations/${token}`, { body: accepting })).status).toBe(200)
  server.parts.passes(NEXT_CODE)
  const body = { email, password: PASSWORD, code: code(), device: { id: device, name: `the ${device}` } }
  const signed = await server.ask('POST', '/api/sign-in', { body })
  server.parts.passes(NEXT_CODE)
  return { as: tokenIn(signed), session: await signed.json() }
}

test('from nothing to a midwife who is signed in: the first agency, its administrator, her invitation', async () => {
  const [agency, link, advice] = await server.typed(FIRST)
  expect([agency, advice]).toEqual([
    'Agency id-1',
    'Good for one use until 2026-03-03T09:00:00.000Z. Whoever has it becomes that user: pass it on by a way that only they read.',
  ])
  const ada = await accepted(tokenOf(link), 'Ada Mint')
  expect(ada.session).toMatchObject({
    user: { name: 'Ada Mint', access: 'administrator', agency: { id: 'id-1', name: 'Northgate Midwives' } },
  })
  const asked = { email: 'Ruth@Example.org', role: 'midwife', access: 'practitioner' }
  const invited = await server.ask('POST', '/api/agency/invitations', { as: ada.as, body: asked })
  const { link: path } = (await invited.json()) as { link: string }
  const ruth = await accepted(tokenOf(`https://linnet.example.org${path}`), 'Ruth Abara', 'phone')
  expect(ruth.session).toMatchObject({ user: { name: 'Ruth Abara', role: 'midwife', access: 'practitioner' } })
  expect(await told(await server.ask('POST', '/api/agency/invitations', { as: ruth.as, body: asked }))).toEqual([
    403,
    { problem: 'not-allowed' },
  ])
})

describe('an invitation', () => {
  test('that was used, is over or was never made answers alike', async () => {
    const token = tokenOf((await server.typed(FIRST))[1])
    await accepted(token, 'Ada Mint')
    const late = tokenOf((await server.typed('agency --name Elsewhere --admin-email bo@example.org'))[1])
    server.parts.passes(24 * 3_600_000)
    const never = 'x'.repeat(43)
    const body = { name: 'Eve', password: PASSWORD, code: '123456' }
    for (const each of [token, late, never]) {
      expect(await (await server.ask('GET', `/api/invitations/${each}`)).text()).toBe('{"problem":"not-found"}')
      expect(await told(await server.ask('POST', `/api/invitations/${each}`, { body }))).toEqual([
        404,
        { problem: 'not-found' },
      ])
    }
  })

  test('is in no log', async () => {
    const token = tokenOf((await server.typed(FIRST))[1])
    await accepted(token, 'Ada Mint')
    expect(server.events.map(([event]) => event)).toEqual(['invitation-used', 'signed-in'])
    expect(JSON.stringify(server.events)).not.toMatch(new RegExp(`${token}|Ada|example`))
  })
})

describe('the first agency', () => {
  test('is made once', async () => {
    await server.typed(FIRST)
    expect(await server.typed(FIRST)).toEqual([
      'problem',
      'There is an agency already. Another one: npm run admin -- agency --name NAME --admin-email ADDRESS',
    ])
    expect(await server.typed('agencies')).toEqual(['id-1  Northgate Midwives'])
  })

  test('needs a name and an address', async () => {
    const usage = 'Use: npm run admin -- first-agency --name NAME --admin-email ADDRESS'
    expect(await server.typed('first-agency --name Northgate')).toEqual(['problem', usage])
    expect(await server.typed('first-agency --name " " --admin-email a@b')).toEqual(['problem', usage])
    expect(await server.typed('first-agency --name Northgate --admin-email ada')).toEqual([
      'problem',
      'NAME has at most 200 characters, and ADDRESS is an e-mail address.',
    ])
  })
})

describe('devices', () => {
  test('are listed by agency, and revoked for good', async () => {
    await accepted(tokenOf((await server.typed(FIRST))[1]), 'Ada Mint')
    const [line = ''] = await server.typed('devices --agency id-1')
    expect(line).toMatch(/^id-\d+ {2}in use {3}2026-03-02T09:01:30.000Z {2}Ada Mint {2}the desk$/)
    const id = line.split(' ')[0]
    expect(await server.typed(`revoke-device --agency id-1 --device ${id}`)).toEqual([`Revoked ${id}.`])
    expect((await server.typed('devices --agency id-1'))[0]).toContain('revoked')
  })

  test('of another agency are not there', async () => {
    await accepted(tokenOf((await server.typed(FIRST))[1]), 'Ada Mint')
    const id = (await server.typed('devices --agency id-1'))[0]?.split(' ')[0]
    const other = (await server.typed('agency --name Elsewhere --admin-email bo@example.org'))[0]?.split(' ')[1]
    const none = 'There is no such device. Its id is in: npm run admin -- devices --agency ID'
    expect(await server.typed(`revoke-device --agency ${other} --device ${id}`)).toEqual(['problem', none])
    expect(await server.typed('revoke-device --agency id-1 --device none')).toEqual(['problem', none])
    expect(await server.typed('devices --agency none')).toEqual([
      'problem',
      'There is no such agency. Its id is in: npm run admin -- agencies',
    ])
  })
})

test('somebody who lost the authenticator is let in again by a new link, as the same user', async () => {
  const first = await accepted(tokenOf((await server.typed(FIRST))[1]), 'Ada Mint')
  const again = 'invite --agency id-1 --email ada@example.org --role manager --access administrator'
  const [link] = await server.typed(again)
  const second = await accepted(tokenOf(link), 'Ada Mint')
  const idOf = (session: unknown) => (session as { user: { id: string } }).user.id
  expect(idOf(second.session)).toBe(idOf(first.session))
  expect((await server.ask('GET', '/api/session', { as: first.as })).status).toBe(401)
  expect(await server.typed(again.replace('administrator', 'king'))).toEqual([
    'problem',
    'ADDRESS is an e-mail address, ACCESS one of practitioner, supervisor, administrator.',
  ])
})

test('somebody who left is signed out at once, and another agency’s people are not there', async () => {
  const { as } = await accepted(tokenOf((await server.typed(FIRST))[1]), 'Ada Mint')
  const [line = ''] = await server.typed('users --agency id-1')
  expect(line).toMatch(/^id-\d+ {2}in use {2}administrator {2}Ada Mint {2}ada@example\.org {2}administrator$/)
  const id = line.split(' ')[0]
  const none = 'There is no such user. The id is in: npm run admin -- users --agency ID'
  expect(await server.typed(`end-user --agency none --user ${id}`)).toEqual(['problem', none])
  expect(await server.typed(`end-user --agency id-1 --user ${id}`)).toEqual([`Ended ${id}.`])
  expect((await server.ask('GET', '/api/session', { as })).status).toBe(401)
})

test('the audit is verified, also against heads that were kept in a file', async () => {
  await server.audit.signInRefused('not-recognised')
  const file = aFolder().write('heads', (await server.typed('audit-head')).join('\n'))
  await server.audit.signInRefused('not-recognised')
  expect(await server.typed('verify')).toEqual(['The audit is whole: 1 chains, 2 lines.'])
  expect(await server.typed(`verify --heads ${file}`)).toEqual(['The audit is whole: 1 chains, 2 lines.'])
  const [, problem] = await server.typed('verify --heads none')
  expect(problem).toBe('FILE must hold what audit-head printed, signed with the key of this server.')
  expect(await aServer().typed(`verify --heads ${file}`)).toEqual([
    'problem',
    'The audit is not whole: 2 faults in 1 chains, 0 lines.\ncut-off  server  line 0\nnot-as-kept  server  line 1',
  ])
})

test('a backup is written and read back, and goes into an empty database only', async () => {
  await accepted(tokenOf((await server.typed(FIRST))[1]), 'Ada Mint')
  const file = aFolder().at('linnet.backup')
  expect(await server.typed(`backup --to ${file}`)).toEqual(['The backup is whole: 0 assessments, 0 entries.'])
  expect(await server.typed(`backup --to ${file}`)).toEqual([
    'problem',
    `There is something under ${file} already, and it was left as it is. Choose another name.`,
  ])
  expect((await server.typed(`restore --from ${file}`))[1]).toMatch(
    /^The database has something in it. Nothing was changed. Restore into an empty one/,
  )
  const fresh = aServer()
  expect((await fresh.typed('restore --from none'))[1]).toBe('none cannot be read. Nothing was changed.')
  expect((await fresh.typed(`restore --from ${file}`))[0]).toMatch(
    /^Restored the backup of 2026-03-02T09:\d\d:\d\d.000Z: 0 assessments, 0 entries.$/,
  )
  expect(await fresh.typed('agencies')).toEqual(['id-1  Northgate Midwives'])
  // The restoring itself is in the audit.
  expect(await fresh.typed('verify')).toEqual(['The audit is whole: 1 chains, 1 lines.'])
})

test('what is no command is told what there is', async () => {
  const [, help = ''] = await server.typed('')
  expect(help).toMatch(/^Use: npm run admin -- COMMAND\n {2}first-agency --name NAME --admin-email ADDRESS\n/)
  expect((await server.typed('frist-agency'))[1]).toBe(`There is no command frist-agency.\n${help}`)
  expect((await server.typed('constructor'))[1]).toContain('There is no command constructor.')
  expect((await server.typed('agencies --all yes'))[1]).toBe('Use: npm run admin -- agencies')
})

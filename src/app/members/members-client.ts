import type { EntryContent } from '../../domain/compose.ts'
import type { Author } from '../../domain/entry.ts'
import { MEMBERS_SLOT, MEMBERSHIP_KIND, type MembershipValue } from '../../domain/membership.ts'
import { whenInWords } from '../../report/words.ts'
import {
  agenciesSchema,
  foundPersonSchema,
  lookedSchema,
  membersSchema,
  type PersonBody,
  quarantineDecidedSchema,
  quarantineSchema,
} from '../../sync/sharing-api.ts'
import type { MembersPorts, MembersProblem, MembersRefusal, Person } from '../../ui/members/members-ports.ts'
import type { AskServer, NotAnswered } from '../account/ask-server.ts'

export interface MembersParts {
  assessment: string
  /** The account of the practitioner at this device. */
  user: string
  ask: AskServer
  /** Records an entry of the assessment on this device. */
  save(content: EntryContent): Promise<{ ok: boolean }>
  /** Ids of every membership entry of one slot that is on this device. */
  known(slot: { question: string; subject: string }): readonly string[]
  /** A line that says what an entry's text is about. */
  describe(text: string): string
  /** Something was recorded: it goes now, if it can. */
  send(): void
}

/** Who sees a record: read from the server, changed by entries like everything else. */
export function membersClient(parts: MembersParts): MembersPorts {
  const { assessment, user, ask } = parts
  const at = (what: string) => `/api/assessments/${encodeURIComponent(assessment)}/${what}`

  async function record(subject: string, value: MembershipValue): Promise<{ ok: true } | MembersRefusal> {
    const slot = { question: MEMBERS_SLOT, subject }
    // An invitation brings somebody back only when it names the ending that it undoes.
    const seen = parts.known(slot)
    const saved = await parts.save({ kind: MEMBERSHIP_KIND, slot, value, seen })
    if (!saved.ok) return { ok: false, problem: 'not-saved' }
    parts.send()
    return { ok: true }
  }

  return {
    async members() {
      const answer = await ask(at('members'), membersSchema)
      if (!answer.ok) return refusal(answer)
      const { owner, members, agencies, named, people } = answer.body
      const listed = members.map(({ user: id, since, purpose, lawfulBasis, takenUpFor }) => ({
        ...personOf(people, id),
        since: whenInWords(since),
        owner: id === owner,
        self: id === user,
        purpose,
        lawfulBasis,
        tookUp: takenUpFor !== null,
      }))
      const invited = agencies.map(({ agency, since, invitedBy, ...grounds }) => ({
        id: agency,
        name: named.find((each) => each.id === agency)?.name ?? agency,
        since: whenInWords(since),
        by: personOf(people, invitedBy).name,
        mayEnd: user === owner || user === invitedBy,
        takenUpBy: members.flatMap((m) => (m.takenUpFor === agency ? [personOf(people, m.user).name] : [])),
        ...grounds,
      }))
      return {
        ok: true,
        members: listed.sort((a, b) => Number(b.owner) - Number(a.owner)),
        agencies: invited,
      }
    },
    async looked() {
      const answer = await ask(at('looked'), lookedSchema)
      if (!answer.ok) return refusal(answer)
      const { lines, people } = answer.body
      const looks = lines.map(({ number, who, what, at: when, detail }) => ({
        number,
        who: who === null ? '' : personOf(people, who).name,
        what,
        at: whenInWords(when),
        reason: reasonIn(detail),
      }))
      return { ok: true, looks }
    },
    async keptApart() {
      const answer = await ask(at('quarantine'), quarantineSchema)
      // Only the owner is told; for everybody else there is nothing.
      if (!answer.ok) return answer.code === 'not-found' ? { ok: true, entries: [] } : refusal(answer)
      const { entries, people } = answer.body
      return {
        ok: true,
        entries: entries.map(({ id, by, why, receivedAt, text, left }) => ({
          id,
          by: personOf(people, by).name,
          why,
          received: whenInWords(receivedAt),
          what: parts.describe(text),
          left,
        })),
      }
    },
    async agencies() {
      const answer = await ask('/api/agencies', agenciesSchema)
      return answer.ok ? { ok: true, agencies: answer.body.agencies } : refusal(answer)
    },
    async find(email) {
      const answer = await ask('/api/people', foundPersonSchema, { email })
      return answer.ok ? { ok: true, person: shown(answer.body.user) } : refusal(answer)
    },
    invite: ({ person, purpose, lawfulBasis, note }) =>
      record(person.id, {
        act: 'invite',
        user: authorOf(person),
        purpose,
        lawfulBasis,
        ...(note !== '' && { note }),
      }),
    inviteAgency: ({ agency, purpose, lawfulBasis, note }) =>
      record(agency.id, {
        act: 'invite-agency',
        agency: { id: agency.id, name: agency.name },
        purpose,
        lawfulBasis,
        ...(note !== '' && { note }),
      }),
    endAgency: ({ id, name }, reason) => record(id, { act: 'end', agency: { id, name }, reason }),
    end: (member, reason) => record(member.id, { act: 'end', reason }),
    handOver: (member, reason) => record(member.id, { act: 'hand-over', to: authorOf(member), reason }),
    leave: () => record(user, { act: 'leave' }),
    async decide(id, decision, reason) {
      const path = `/api/quarantine/${encodeURIComponent(id)}`
      const answer = await ask(path, quarantineDecidedSchema, { decision, reason })
      if (!answer.ok) return refusal(answer)
      const { result } = answer.body
      if (result === 'missing-parent') return { ok: false, problem: 'missing-parent' }
      if (result === 'conflict') return { ok: false, problem: 'conflict' }
      parts.send()
      return { ok: true }
    },
  }
}

const reasonIn = (detail: unknown): string => {
  const { reason } = (detail ?? {}) as { reason?: unknown }
  return typeof reason === 'string' ? reason : ''
}

const shown = ({ id, name, role, agency }: PersonBody): Person => ({ id, name, role, agency: agency.name })

/** Somebody whose account is gone is still said to be there. */
function personOf(people: readonly PersonBody[], id: string): Person {
  const found = people.find((p) => p.id === id)
  return found ? shown(found) : { id, name: id, role: '', agency: '' }
}

const authorOf = ({ id, name, role, agency }: Person): Author => ({ id, name, role, agency })

const PROBLEMS: Readonly<Record<string, MembersProblem | undefined>> = {
  'no-answer': 'no-answer',
  'not-ours': 'no-answer',
  'signed-out': 'signed-out',
  'not-found': 'not-found',
  'too-many': 'too-many',
}
const refusal = ({ code }: NotAnswered): MembersRefusal => ({ ok: false, problem: PROBLEMS[code] ?? 'trouble' })

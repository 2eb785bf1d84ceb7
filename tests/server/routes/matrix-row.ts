import { ACCESS, type Access } from '../../../src/sync/api.ts'
import { type Caller, RELATIONS, type Relation, type World } from './a-world.ts'

/**
 * What one who asks is told.
 * - `answered`: what they asked for.
 * - `as-if-not-there`: to the byte what an id that does not exist gets.
 * - `kept-apart`: what they sent is kept for the record's owner, and they are told that.
 * - `sent-back`: to the page for signing in, without a session.
 * - `signed-out`, `not-allowed`: that, whether or not there is such an id.
 */
export type Cell = 'answered' | 'as-if-not-there' | 'kept-apart' | 'sent-back' | 'signed-out' | 'not-allowed'
export type Cells = Record<Access, Record<Relation, Cell>>

export interface Request {
  path: string
  body?: unknown
}
export interface Row {
  cells: Cells
  /** The request of one who asks, about an id: in its path, its query or its body. */
  request(caller: Caller, id: string, world: World): Request | Promise<Request>
  /** The id that it is about; none for a request about whoever asks. */
  about: ((world: World) => string | Promise<string>) | null
  /** What shows that it was answered: it must be in the answer. */
  shows: string | ((caller: Caller) => string)
}

export const everyAccess = (cells: Record<Relation, Cell>): Cells =>
  Object.fromEntries(ACCESS.map((access) => [access, cells])) as Cells
export const all = (cell: Cell): Cells =>
  everyAccess(Object.fromEntries(RELATIONS.map((relation) => [relation, cell])) as Record<Relation, Cell>)
export const PUBLIC = all('answered')
export const ANY_SESSION = everyAccess({ ...all('answered').practitioner, nobody: 'signed-out' })
export const MEMBERS = everyAccess({
  own: 'answered',
  'other-agency': 'as-if-not-there',
  former: 'as-if-not-there',
  revoked: 'as-if-not-there',
  nobody: 'signed-out',
})
/** Members of the world above are no owners: the owner's own is in a test of its own. */
export const OWNER = everyAccess({ ...MEMBERS.practitioner, own: 'as-if-not-there' })
export const GLASS: Record<Relation, Cell> = { ...MEMBERS.practitioner, 'other-agency': 'answered', former: 'answered' }
export const refusedBut = (administrator: Record<Relation, Cell>): Cells => {
  const others = { ...all('not-allowed').practitioner, nobody: 'signed-out' as const }
  return { practitioner: others, supervisor: others, administrator }
}

import { type Mutant, one } from './mutant.ts'

const PUSH = 'src/sync/push-phase.ts'
const PULL = 'src/sync/pull-phase.ts'
const SEAL = 'src/storage/encryption/seal.ts'
const SEALED = 'src/storage/sealed-entries.ts'
const COALESCE = 'src/storage/coalesce-entry.ts'
const READ_COPY = 'src/storage/read-copy.ts'
const SYNC_STORE = 'src/storage/vault-sync-store.ts'
const ROWS = 'src/storage/memory-rows.ts'
const allReceived = `await settle(round, batch.map((entry) => ({ entry, state: { is: 'received', at: '2026-03-02T09:00:00.000Z', seq: 1 } })))`

/** Bugs of a device: of what it keeps, sends, takes in and shows. */
export const DEVICE_MUTANTS: readonly Mutant[] = [
  one(
    'the last write wins, by the clock',
    'src/domain/record.ts',
    'const heads = entries.filter((e) => !superseded.has(e.id))',
    'const heads = entries.filter((e) => !superseded.has(e.id)).sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).slice(-1); if (heads.length) return heads',
  ),
  one(
    'all heads are superseded at the time of saving',
    'simulator/device.ts',
    '{ kind, slot, value, seen },',
    '{ kind, slot, value, seen: await tab.store.load(assessment).then((all) => (all.ok ? recordOf(all.entries).heads(slot).map((head) => head.id) : seen)) },',
  ),
  one(
    'what was refused with 403 is deleted',
    ROWS,
    'for (const row of outbox ?? []) kept.outbox.set(row.id, copied(row))',
    "for (const row of outbox ?? []) { if (row.why === 'not-allowed') kept.entries.delete(row.id); else kept.outbox.set(row.id, copied(row)) }",
  ),
  one(
    'the outbox is cleared on 401',
    PUSH,
    "    case 'sign-in':\n      return",
    `    case 'sign-in':\n      ${allReceived}\n      return`,
  ),
  one('no answer counts as received', PUSH, "    case 'retry':\n", `    case 'retry':\n      ${allReceived}\n`),
  one(
    'one nonce for all',
    SEAL,
    'const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))',
    'const iv = new Uint8Array(IV_BYTES)',
  ),
  one(
    'no associated data',
    SEAL,
    'return new TextEncoder().encode(JSON.stringify([place.table, place.id, place.assessment, version]))',
    'return new TextEncoder().encode(String([place, version].length))',
  ),
  one(
    'entries are kept in the clear',
    'src/storage/memory-record-store.ts',
    'sealer: keys ? sealerOf(keys) : plainSealer,',
    'sealer: plainSealer,',
  ),
  one(
    'what was written is not read back',
    SEALED,
    'if (differing.length > 0) return',
    'if (differing.length < 0) return',
  ),
  one(
    'a dead handle says that it saved',
    'src/storage/memory-record-store.ts',
    'if (!open || !device.vaultRows.has(vault)) return locked',
    'if (!open || !device.vaultRows.has(vault)) return { ok: true, seq: 1, saved: 1, alreadyKept: 0, entries: [], unreadable: [], assessments: [], ids: [], epoch: null, contact: null } as never',
  ),
  one(
    'kinds that this version does not know are dropped',
    PULL,
    'if (fits) good.push({ ...entry, id: read.envelope.id })\n  }\n  return { good, damaged: entries.length - good.length }',
    "if (fits && !entry.text.includes('hologram')) good.push({ ...entry, id: read.envelope.id })\n  }\n  return { good, damaged: 0 }",
  ),
  one('what was pulled is not checked with its hash', PULL, '(await entryHash(entry.text)) === entry.hash', 'true'),
  one(
    'a restore begins no new epoch',
    'simulator/server.ts',
    'await sqliteKeeping(opened.db, parts).beginNewEpoch()',
    'await Promise.resolve()',
  ),
  one(
    'a new epoch leaves the receipts as they are',
    SYNC_STORE,
    'const outbox = settled.map(afterEpoch)',
    'const outbox = settled.slice(0, 0)',
  ),
  one(
    'a new epoch leaves the cursors as they are',
    'src/storage/sync-rows.ts',
    'return { ...row, cursor: null, readThrough: 0, durableThrough: 0, standing, ...(erased && { erased }) }',
    'return { ...row, standing }',
  ),
  one(
    'a record is not begun again after a restore',
    'src/storage/sync-rows.ts',
    "row.began === 1 && row.standing === 'member' ? 'unconfirmed' : row.standing",
    'row.standing',
  ),
  {
    name: 'a status that passes is taken as final',
    patches: [
      {
        file: 'src/sync/faults.ts',
        find: "if (status >= 500 && status !== NETWORK_SIGN_IN) return retry('server-trouble')",
        replace: "if (status >= 500 && status !== NETWORK_SIGN_IN) return holdBack('not-readable')",
      },
      {
        file: PUSH,
        find: "(wish === 'all' || round.held.isDue(entry))",
        replace: "entry.held?.why !== 'not-readable' && (wish === 'all' || round.held.isDue(entry))",
      },
    ],
  },
  one(
    'what was held back is never sent again',
    PUSH,
    "(wish === 'all' || round.held.isDue(entry))",
    'entry.held === null',
  ),
  one('two tabs send at once', 'src/app/sync/one-sender.ts', '  const stepBack = ', '  lead()\n  const stepBack = '),
  one(
    'the cursor is kept before what was pulled',
    PULL,
    'const taken = await takeIn(round, good)',
    'await round.ports.store.keepPage(round.epoch, { assessment, by, cursor: page.cursor, readThrough: page.entries.at(-1)?.seq ?? reader.readThrough, durableThrough: 0, receipts: [] })\n  const taken = await takeIn(round, good)',
  ),
  {
    name: 'what was handed over is replaced by the next edit',
    patches: [
      {
        file: COALESCE,
        find: "if (oldRow.sent !== HERE) return { ok: false, reason: 'already-sent' }",
        replace: '',
      },
      {
        file: 'src/storage/entry-rows.ts',
        find: "return old.sent === 0 ? 'gone' : 'already-sent'",
        replace: "return 'gone'",
      },
    ],
  },
  one(
    'entries are sent before they are marked as handed over',
    PUSH,
    'const handed = await store.markHandedOver(wanted.map(({ id }) => id))',
    'const handed = { ok: true as const, ids: wanted.map(({ id }) => id), reason: "unknown" as const }',
  ),
  one(
    'what was replaced in the meantime is sent all the same',
    PUSH,
    'const mayGo = new Set(handed.ids)',
    'const mayGo = new Set(wanted.map(({ id }) => id))',
  ),
  one(
    'the old entry goes before its successor is written',
    COALESCE,
    'const result = await addEntries(opened, [next], WAITING)',
    "await rows.takeAway(oldId, 'none')\n  const result = await addEntries(opened, [next], HERE)",
  ),
  one(
    'the old entry goes although its successor was kept wrongly',
    COALESCE,
    'if (!result.ok) return { ok: false, reason: result.reason }\n  const taken',
    "if (!result.ok && result.reason !== 'read-back-differs') return { ok: false, reason: result.reason }\n  const taken",
  ),
  one('what a colleague recorded does not come back', PUSH, 'entry.own || read.has(entry.assessment)', 'entry.own'),
  one(
    'a missing parent counts as received',
    'src/sync/outbox-state.ts',
    "return held('missing-parent', 'after-pull')",
    "return { is: 'received', at: '2026-03-02T09:00:00.000Z', seq: 1 }",
  ),
  one(
    'a record that is no longer this person’s is erased',
    ROWS,
    'for (const row of followed ?? []) kept.followed.set(row.assessment, copied(row))',
    "for (const row of followed ?? []) { kept.followed.set(row.assessment, copied(row)); if (row.standing === 'hidden') for (const [id, each] of kept.entries) if (each.assessment === row.assessment) kept.entries.delete(id) }",
  ),
  one(
    'a broken glass never ends on the device',
    'src/sync/glass.ts',
    'glassAt <= now && now < glassUntil',
    'glassAt <= glassUntil',
  ),
  one(
    'whoever broke the glass is taken for a member',
    'src/storage/sync-rows.ts',
    "...(page.by === 'glass' ? row : memberRow(row))",
    '...memberRow(row)',
  ),
  one(
    'what was recorded through a broken glass is erased at its end',
    ROWS,
    'for (const row of followed ?? []) kept.followed.set(row.assessment, copied(row))',
    "for (const row of followed ?? []) { if (row.standing === 'hidden' && !row.glassUntil && kept.followed.get(row.assessment)?.glassUntil) for (const [id, each] of kept.entries) if (each.assessment === row.assessment) kept.entries.delete(id); kept.followed.set(row.assessment, copied(row)) }",
  ),
  one(
    'the read copy is erased although the server may lack it',
    READ_COPY,
    "return row?.is === 'received' ? [",
    'return row ? [',
  ),
  one(
    'what was recorded here is erased with the read copy',
    ROWS,
    'sent === ELSEWHERE ? [{ id, assessment }]',
    'sent >= 1 ? [{ id, assessment }]',
  ),
  one(
    'the cursor is kept after the read copy was erased',
    READ_COPY,
    'cursor: null,\n    readThrough: 0,\n    erased: {',
    'erased: {',
  ),
  one(
    'nothing can be recorded while the read copy is sealed',
    'src/storage/memory-record-store.ts',
    'answering((held) => appendEntries(held, entries))',
    'answering(async (held) => ((await closing())?.sealed ? locked : appendEntries(held, entries)))',
  ),
  one(
    'what was recorded here is sealed once it is sent',
    SEALED,
    'found.filter(({ sent }) => sent !== ELSEWHERE)',
    'found.filter(({ sent }) => sent < 2)',
  ),
  one(
    'the read copy is never sealed',
    SEALED,
    'closing?.sealed ? found',
    'closing?.sealed && found.length < 0 ? found',
  ),
  one(
    'a clock that was put back keeps the read copy open',
    'src/sync/reading-seal.ts',
    "- TOLERANCE)) return 'sealed'",
    "- TOLERANCE)) return 'open'",
  ),
  one(
    'a page that was on its way leaves out what was erased meanwhile',
    'src/storage/sync-rows.ts',
    'if (page.cursor === null || (page.erasedTimes ?? times) !== times) return next',
    'if (page.cursor === null) return next',
  ),
  one(
    'of a batch that met one refusal nothing is read',
    PUSH,
    'const stop = await settle(round, answered)\n  if (stop) return stop\n  for',
    "const stop = answered.every(({ state }) => state.is === 'received') ? await settle(round, answered) : await settle(round, answered.map(({ entry }) => ({ entry, state: { is: 'received' as const, at: '2026-03-02T09:00:00.000Z', seq: 1 } })))\n  if (stop) return stop\n  for",
  ),
]

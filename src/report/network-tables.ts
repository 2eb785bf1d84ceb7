import { chosen, type DateValue, textIn } from '../domain/answer.ts'
import { type Network, networkOf } from '../domain/network.ts'
import { networkChanges } from '../domain/network-changes.ts'
import type { NetworkChild, NetworkPerson, Residence } from '../domain/network-person.ts'
import { type Couple, HOME, type Support } from '../domain/network-ties.ts'
import type { RecordView } from '../domain/view.ts'
import { dateInWords } from './answer-words.ts'
import { ageInWords } from './child-card.ts'
import { nameIn, optionIn } from './network-names.ts'
import { networkWords as words } from './network-words.ts'
import { byInWords } from './slot-words.ts'
import { dayInWords, recordWords } from './words.ts'

/** A table as plain words: the first cell of each row names it. */
export interface WordTable {
  caption: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
  /** What is said in its place where it has no row. */
  empty: string
}

/** A wide table as one group of lines for each row; what is not recorded stands in one line at its end. */
export function grouped({
  head,
  rows,
}: WordTable): readonly { name: string; lines: readonly (readonly [string, string])[] }[] {
  return rows.map(([name = '', ...cells]) => {
    const all = cells.map((cell, i): readonly [string, string] => [head[i + 1] ?? '', cell])
    const open = all.filter(([, cell]) => cell === words.notRecorded).map(([h]) => h)
    return {
      name,
      lines: [
        ...all.filter(([, cell]) => cell !== '' && cell !== words.notRecorded),
        ...(open.length > 0 ? [[words.notRecorded, words.list(open)] as const] : []),
      ],
    }
  })
}

/** Everybody with all that the map shows of them, and the risks only where private answers may be shown. */
export function peopleTable(view: RecordView, withPrivate: boolean): WordTable {
  const network = networkOf(view)
  const c = words.columns
  return {
    caption: words.people,
    head: [c.who, c.relation, c.ties, c.sleeps, c.care, c.use, ...(withPrivate ? [c.risk] : []), c.checks, c.met],
    rows: [
      ...network.children.map((child) => childRow(view, child, withPrivate)),
      ...network.people.map((p) => personRow(view, network, p, withPrivate)),
    ],
    empty: words.nobody,
  }
}

function childRow(view: RecordView, child: NetworkChild, withPrivate: boolean): string[] {
  const lives = child.lives.map((l) => optionIn(view, 'CHD-02', 'lives', l))
  const sleeps = child.isUnborn && !child.mayBeBorn ? words.unborn : words.sleeps[child.sleeps]
  return [
    nameIn(view, child.id),
    `${words.child}. ${ageInWords(view, child.id)}`,
    '',
    [sleeps, ...(lives.length > 0 ? [oneOrAll(lives)] : [])].join('. '),
    '',
    '',
    ...(withPrivate ? [''] : []),
    '',
    '',
  ]
}

function personRow(view: RecordView, network: Network, p: NetworkPerson, withPrivate: boolean): string[] {
  const said = (question: string, part: string, options: readonly string[]) =>
    options.length > 0 ? oneOrAll(options.map((o) => optionIn(view, question, part, o))) : ''
  const age = said('NET-01', 'age', p.ages)
  const use = [
    said('NET-05', 'use', p.use),
    ...(p.smokes.includes('yes') ? [words.smokes] : []),
    ...(p.sedating.includes('yes') ? [words.sedating] : []),
  ]
  const care = [
    said('NET-04', 'care', p.care),
    ...(p.hasOvernight && !p.care.includes('overnight') ? [words.overnight] : []),
  ]
  return [
    age ? `${nameIn(view, p.id)} (${age})` : nameIn(view, p.id),
    relationsOf(view, network, p),
    tiesOf(view, network, p),
    sleepsOf(view, p),
    known(care),
    known(use),
    ...(withPrivate ? [known(p.risks.map((r) => words.risk[r.standing] || risksIn(view, r.options)))] : []),
    checksOf(view, p),
    known([said('NET-09', 'met', p.met)]),
  ]
}

const risksIn = (view: RecordView, options: readonly string[]): string =>
  options.map((o) => optionIn(view, 'NET-06', 'risk', o)).join('; ')

function relationsOf(view: RecordView, network: Network, p: NetworkPerson): string {
  const ties = network.childTies.filter((t) => t.person === p.id)
  const label = (relation: string) => optionIn(view, 'NET-02', 'relation', relation)
  const general = ties.length > 0 && ties.every((t) => t.isGeneral) && p.relations.length > 0
  const lines = ties.map((t) =>
    [
      ...(t.relations.length > 0 && !(general && t.isGeneral)
        ? [words.ofChild(oneOrAll(t.relations.map(label)), nameIn(view, t.child))]
        : t.responsibility.length > 0
          ? [nameIn(view, t.child)]
          : []),
      ...(t.responsibility.length > 0 ? [oneOrAll(t.responsibility.map((r) => words.responsibility[r] ?? r))] : []),
    ].join(': '),
  )
  const whole = general || (ties.length === 0 && p.relations.length > 0)
  return known([...(whole ? [words.forAll(oneOrAll(p.relations.map(label)))] : []), ...lines])
}

function tiesOf(view: RecordView, network: Network, p: NetworkPerson): string {
  const couples = network.couples.filter((c) => c.pair.includes(p.id))
  const children = network.parentTies.filter((t) => t.parent === p.id)
  return [
    ...couples.map((c) => coupleInWords(view, c, p.id)),
    ...children.map((t) => words.parentOf(nameIn(view, t.child))),
  ].join('. ')
}

function coupleInWords(view: RecordView, couple: Couple, of: string): string {
  const other = nameIn(view, couple.pair[0] === of ? couple.pair[1] : couple.pair[0])
  if (couple.kinds.length === 0) return words.coParent(other)
  const kinds = couple.kinds.map((k) => `${words.partners[k]} ${other}`)
  const by = couple.endedBy.map((b) => ({ both: words.both, 'not-known': words.notKnownBy })[b] ?? nameIn(view, b))
  const ended = [
    ...(couple.ended ? [words.ended(dateInWords(couple.ended))] : []),
    ...(by.length > 0 ? [words.endedBy(by)] : []),
  ].join(' ')
  return [oneOrAll(kinds), ended].filter(Boolean).join(', ')
}

function sleepsOf(view: RecordView, p: NetworkPerson): string {
  return [words.sleeps[p.sleeps], ...p.residence.map((r) => residenceInWords(view, r))].join('. ')
}

function residenceInWords(view: RecordView, r: Residence): string {
  const shown = r.evidence.map((e) => optionIn(view, 'NET-03', 'evidence', e)).join('; ')
  return [
    r.tie && optionIn(view, 'NET-03', 'tie', r.tie),
    r.nights !== undefined && words.nights(r.nights),
    r.visits !== undefined && words.visits(r.visits),
    r.from && words.since(dateInWords(r.from)),
    r.to && words.until(dateInWords(r.to)),
    r.back && words.back(dateInWords(r.back)),
    shown && words.evidence(shown),
  ]
    .filter(Boolean)
    .join(', ')
}

function checksOf(view: RecordView, p: NetworkPerson): string {
  if (p.checks.length === 0) return words.noCheck
  return p.checks
    .map((c) => {
      const agency = optionIn(view, 'NET-08', 'agency', c.agency)
      return c.isAnswered ? words.checkAnswered(agency) : words.checkWaiting(agency)
    })
    .join('. ')
}

/** Who checked what about whom: asked of which service, when, and what came back. */
export function checksTable(view: RecordView): WordTable {
  const c = words.checkColumns
  const date = (d: DateValue | undefined) => (d ? dateInWords(d) : words.noDate)
  return {
    caption: words.checks,
    head: [c.who, c.agency, c.by, c.asked, c.replied, c.came],
    rows: networkOf(view).people.flatMap((p) =>
      p.checks.map(({ agency, asked, replied, isAnswered, answer }) => {
        const outcome = chosen(answer, 'outcome').map((o) => optionIn(view, 'NET-08', 'outcome', o))
        return [
          nameIn(view, p.id),
          optionIn(view, 'NET-08', 'agency', agency),
          textIn(answer, 'checker'),
          date(asked),
          replied ? dateInWords(replied) : isAnswered ? words.noDate : words.notRecorded,
          known([...outcome, textIn(answer, 'reply')]),
        ]
      }),
    ),
    empty: words.noChecks,
  }
}

/** Every tie with what it is like: of the home to others, and between people. */
export function tiesTable(view: RecordView): WordTable {
  const network = networkOf(view)
  const c = words.tieColumns
  const said = new Set(network.supports.flatMap((s) => s.ends))
  const name = (id: string) => (id === HOME ? words.home : nameIn(view, id))
  const help = (s: Support) =>
    s.helps.map((h) => {
      if (h === 'both') return words.helpsBoth
      const [a, b] = s.ends.map(name)
      return h === 'to-first' ? words.helps(a ?? '', b ?? '') : words.helps(b ?? '', a ?? '')
    })
  return {
    caption: words.around,
    head: [c.from, c.to, c.quality, c.help],
    rows: [
      ...network.supports.map((s) => [
        name(s.ends[0]),
        name(s.ends[1]),
        known([s.qualities.length > 0 ? oneOrAll(s.qualities.map((q) => words.qualities[q])) : '']),
        known([s.helps.length > 0 ? oneOrAll(help(s)) : '']),
      ]),
      ...network.services
        .filter((id) => !said.has(id))
        .map((id) => [words.home, nameIn(view, id), words.notRecorded, words.notRecorded]),
    ],
    empty: words.noTies,
  }
}

/** Who came and went: what people told, the dates they gave, and what each contact recorded over an earlier one. */
export function changesTable(view: RecordView): WordTable {
  const { recorded, told, presences } = networkChanges(view)
  const c = words.changeColumns
  const ties = (all: readonly string[]) =>
    all.length > 0 ? all.map((t) => optionIn(view, 'NET-03', 'tie', t)).join('; ') : words.nothing
  const how = (by: string, basis: string | undefined) => (basis ? `${by} (${basis})` : by)
  const basisOf = (b: { how: keyof typeof recordWords.basesReported } | undefined) =>
    b ? recordWords.basesReported[b.how] : recordWords.basisOpen
  const contactIn = (id: string) => {
    const found = view.contacts.find((x) => x.id === id)
    return found ? words.contactOf(dayInWords(found.value.startedOn)) : words.beforeContacts
  }
  return {
    caption: words.changes,
    head: [c.when, c.who, c.what, c.how],
    rows: [
      ...presences.map((p) => [
        [p.from && dateInWords(p.from), p.to && dateInWords(p.to)].filter(Boolean).join(' to '),
        nameIn(view, p.person),
        words.presence(
          p.tie ? optionIn(view, 'NET-03', 'tie', p.tie) : '',
          p.from ? dateInWords(p.from) : '',
          p.to ? dateInWords(p.to) : '',
        ),
        how(byInWords(p.entry), basisOf(p.entry.basis)),
      ]),
      ...told.map((t) => [
        t.on ? dateInWords(t.on) : words.noDate,
        t.people.length > 0 ? words.list(t.people.map((id) => nameIn(view, id))) : t.words || words.noName,
        [t.change && optionIn(view, 'NET-10', 'change', t.change), t.people.length > 0 && t.words]
          .filter(Boolean)
          .join('. '),
        how(byInWords(t.entry), t.source || basisOf(t.entry.basis)),
      ]),
      ...recorded.map((r) => [
        contactIn(r.contact),
        nameIn(view, r.person),
        r.isRemoved
          ? words.takenOut(whyOf(r.entry.value))
          : r.isNew
            ? words.newPerson
            : words.changed(ties(r.before), ties(r.after)),
        how(byInWords(r.entry), r.isRemoved ? '' : basisOf(r.entry.basis)),
      ]),
    ],
    empty: words.noChanges,
  }
}

const whyOf = (value: unknown): string => {
  const why = (value as { why?: unknown } | null)?.why
  return typeof why === 'string' ? why : ''
}

/** One account as it is; of several, that people recorded different things. */
const oneOrAll = (accounts: readonly string[]): string =>
  accounts.length > 1 ? words.differs(accounts) : (accounts[0] ?? '')

const known = (texts: readonly string[]): string => texts.filter(Boolean).join('. ') || words.notRecorded

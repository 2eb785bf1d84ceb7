import { aFamily } from './a-family.ts'
import { seeded } from './seeded.ts'

const NAMES = [
  'Jo',
  'Al',
  'Wilhelmina Featherstonehaugh',
  'Man called “D”, a friend of the neighbour',
  'Ngozi Okonkwo-Williams',
  'Mmmmmmmm Wwwwwwww',
  'Ŵyn Ll.',
  'Li',
]
const RELATIONS = [
  'parent',
  'step-parent',
  'partner-of-parent',
  'former-partner',
  'sibling',
  'grandparent',
  'friend',
  'lodger',
]
const TIES = ['lives', 'stays', 'visits', 'does-not-come', 'used-to-live', 'away']
const KINDS = ['partner', 'on-and-off', 'former-partner', 'parent', 'child', 'sibling', 'friend']
const SERVICES = ['midwife', 'gp', 'police', 'housing', 'voluntary', 'hospital', 'pharmacy', 'camhs']

/** An invented family of 1 to 12 people and 0 to 5 children with any ties at all, sense or nonsense; the same for a seed. */
export function aRandomFamily(seed: number) {
  const next = seeded(seed)
  const below = (n: number) => Math.floor(next() * n)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const family = aFamily().contact('c1', '2026-01-10')
  const people = Array.from({ length: 1 + below(12) }, (_, i) => `p${i}`)
  const children = Array.from({ length: below(6) }, (_, i) => `c${i}`)
  for (const c of children) {
    if (next() < 0.2) family.unborn(c, 'Baby')
    else family.child(c, one(NAMES))
    if (next() < 0.6) family.says('CHD-02', c, { lives: one(['all-the-time', 'some-of-the-time', 'in-care']) })
    if (next() < 0.6) family.says('CHD-01', c, { name: 'N', birth: { on: `20${10 + below(15)}-0${1 + below(9)}` } })
  }
  for (const p of people) {
    family.person(p, one(NAMES), {
      part: one(['subject', 'carer', 'other']),
      ...(next() < 0.5 && { shape: one(['neutral', 'circle', 'square']) }),
      ...(next() < 0.7 && { age: one(['16-17', '25-64', '65-plus']) }),
    })
    if (next() < 0.6) family.relation(p, one(RELATIONS))
    if (next() < 0.8)
      family.home(p, one(TIES), {
        from: { on: `20${18 + below(8)}` },
        ...(next() < 0.3 && { evidence: ['seen-here'] }),
      })
    if (next() < 0.5) family.says('NET-05', p, { use: one(['current-problem', 'suspected', 'past', 'current']) })
  }
  for (const p of people) {
    if (children.length > 0 && next() < 0.5) family.tieTo(p, one(children), one(RELATIONS))
    if (next() < 0.5)
      family.tie(
        p,
        one(people),
        one(KINDS),
        next() < 0.5 ? { tie: one(['strong', 'weak', 'stressful']), direction: one(['to', 'from', 'both']) } : {},
      )
  }
  for (const s of Array.from({ length: below(9) }, (_, i) => `s${i}`)) {
    family.service(s, one(SERVICES), next() < 0.5 ? one(NAMES) : undefined)
    if (next() < 0.6) family.support(`n${s}`, { service: [s], tie: one(['strong', 'weak', 'stressful']) })
  }
  return family
}

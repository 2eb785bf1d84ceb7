import { parseArgs } from 'node:util'
import { WRONGS } from './ledger.ts'
import { runMutants } from './mutation.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    histories: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    'first-wrong': { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const print = (outcome: unknown) =>
  console.log(values.json ? JSON.stringify(outcome) : JSON.stringify(outcome, null, 2))

if (values.mutants) {
  const outcome = await runMutants({
    histories: Number(values.histories ?? 800),
    seed,
    atOnce: 2,
    each: (name, caughtBy) => console.log(`${caughtBy === null ? 'MISSED' : 'caught'}: ${name}. ${caughtBy ?? ''}`),
  })
  print(outcome)
  process.exitCode = outcome.missed.length > 0 ? 1 : 0
} else {
  const outcome = await simulate({
    histories: Number(values.histories ?? 100),
    seed,
    stopAtFirstWrong: values['first-wrong'],
    each: (history) => {
      if (values.trace) console.log(`${history.seed} ${history.trace} ${history.entries}`)
      for (const kind of WRONGS) for (const what of history.wrong[kind]) console.log(`${kind}: ${what}`)
    },
  })
  print(outcome)
  process.exitCode = WRONGS.some((kind) => outcome[kind] > 0) ? 1 : 0
}

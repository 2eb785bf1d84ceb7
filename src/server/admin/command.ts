import { carriedOut } from './carry-out.ts'

/** `npm run admin -- COMMAND`: by the settings and on the database of the server. */
const outcome = await carriedOut(process.argv.slice(2), process.env)
if (outcome.ok) console.log(outcome.lines.join('\n'))
else console.error(outcome.problem)
process.exit(outcome.ok ? 0 : 1)

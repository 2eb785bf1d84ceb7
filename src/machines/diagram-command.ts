import { writeFileSync } from 'node:fs'
import { assessmentDiagramDocument } from './diagram-document.ts'

writeFileSync('docs/assessment-machine.md', assessmentDiagramDocument())
console.log('Wrote docs/assessment-machine.md')

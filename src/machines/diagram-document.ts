import { assessmentMachine } from './assessment-machine.ts'
import { diagramOf } from './diagram.ts'

/** The page in the docs that shows the assessment's chart; generated, never edited by hand. */
export const assessmentDiagramDocument = (): string => `# The assessment's statechart

Generated from \`src/machines/assessment-machine.ts\` by \`npm run diagram\`; a test fails when it is stale.

\`\`\`mermaid
${diagramOf(assessmentMachine)}
\`\`\`
`

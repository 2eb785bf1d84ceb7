export { packV1 as pack } from './pack.ts'
export { rules } from './rules/all-rules.ts'

import { describeCollections } from '../harness/every-collection.tsx'
import { describeAnswers, SHARES } from '../harness/every-question.tsx'

describeAnswers(SHARES.thinking)
describeCollections(SHARES.thinking)

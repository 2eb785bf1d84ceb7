import { homeWords } from './words.ts'

export const casesWords = {
  title: 'Invented cases',
  lead: 'To learn with. The people are invented. Each case is kept among your assessments until you remove your store, and is never sent.',
  load: 'Load this case',
  loading: 'Loading the case',
  failed: homeWords.failed,
  back: homeWords.back,
}

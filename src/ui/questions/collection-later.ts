import { lazy } from 'react'

/** The first question collects nothing: what does so is loaded with the first question that needs it. */
export const CollectionQuestion = lazy(() =>
  import('./collection-question.tsx').then((m) => ({ default: m.CollectionQuestion })),
)

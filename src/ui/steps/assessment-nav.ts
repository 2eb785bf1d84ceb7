import { createContext, useContext } from 'react'
import type { LinkTarget } from './link-target.ts'

/** Moves within the open assessment. The app supplies it. */
export interface AssessmentNav {
  visit(step: string, at?: LinkTarget): void
  openTaskList(): void
  checkAnswers(): void
  openExport(): void
  openFamilySheet(): void
  continueFrom(): void
  carryOn(): void
  signOff(): Promise<boolean>
  reopen(): void
}

const NavContext = createContext<AssessmentNav | null>(null)
export const NavProvider = NavContext.Provider
export function useNav(): AssessmentNav {
  const nav = useContext(NavContext)
  if (!nav) throw new Error('A page was shown outside an open assessment')
  return nav
}

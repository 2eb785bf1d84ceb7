import type { ReactNode } from 'react'
import { type AssessmentNav, NavProvider } from '../../../src/ui/steps/assessment-nav.ts'

/** A page within an assessment whose links lead nowhere, but for those that a test listens to. */
export function inNav(page: ReactNode, links: Partial<AssessmentNav> = {}): ReactNode {
  const nowhere: AssessmentNav = {
    visit: () => undefined,
    openTaskList: () => undefined,
    checkAnswers: () => undefined,
    openExport: () => undefined,
    openFamilySheet: () => undefined,
    continueFrom: () => undefined,
    carryOn: () => undefined,
    signOff: async () => true,
    reopen: () => undefined,
  }
  return <NavProvider value={{ ...nowhere, ...links }}>{page}</NavProvider>
}

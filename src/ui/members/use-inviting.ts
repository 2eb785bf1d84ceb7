import { useState } from 'react'
import type { Problem } from './grounds-form.tsx'

/** How far an invitation has come: the server is asked who can be invited; the form is open; it is recorded. */
export function useInviting() {
  const [state, setState] = useState<'asking' | 'invited'>()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const become = (next?: 'asking' | 'invited') => {
    setProblems([])
    setState(next)
  }
  return {
    state,
    problems,
    /** Counts the failures, so that the summary of each is read anew. */
    attempt,
    become,
    fail(found: readonly Problem[]): void {
      setAttempt((n) => n + 1)
      setState(undefined)
      setProblems(found)
    },
  }
}

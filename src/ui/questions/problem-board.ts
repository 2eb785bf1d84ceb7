import { createContext, useContext, useEffect, useMemo } from 'react'
import type { PartProblem } from './form-state.ts'
import { questionWords } from './words.ts'

export interface FieldProblem {
  field: string
  text: string
}

/** Where the forms of a page put what they could not read, for the summary at its top. */
export interface ProblemBoard {
  put(form: string, problems: readonly FieldProblem[]): void
  all(): readonly FieldProblem[]
}

export function useProblemBoard(): ProblemBoard {
  return useMemo(() => {
    const forms = new Map<string, readonly FieldProblem[]>()
    return {
      put: (form, problems) => void (problems.length > 0 ? forms.set(form, problems) : forms.delete(form)),
      all: () => [...forms.values()].flat(),
    }
  }, [])
}

const BoardContext = createContext<ProblemBoard | null>(null)
export const ProblemBoardProvider = BoardContext.Provider

export function useReportedProblems(form: string, label: string, problems: Record<string, PartProblem>): void {
  const board = useContext(BoardContext)
  useEffect(() => {
    const list = Object.entries(problems).map(([part, problem]) => ({
      field: `${form}-${part}`,
      text: `${label}: ${questionWords.problems[problem]}`,
    }))
    board?.put(form, list)
    return () => board?.put(form, [])
  }, [board, form, label, problems])
}

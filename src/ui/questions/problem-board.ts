import { createContext, useContext, useEffect, useMemo, useRef } from 'react'
import type { Question } from '../../domain/question.ts'
import { type RawForm, readForm } from './form-state.ts'
import { problemInWords } from './words.ts'

export interface FieldProblem {
  field: string
  text: string
}

/** Where the summary at the top of a page asks each form what in it cannot be read just now. */
export interface ProblemBoard {
  put(form: string, check: () => readonly FieldProblem[]): void
  take(form: string): void
  all(): readonly FieldProblem[]
}

export function useProblemBoard(): ProblemBoard {
  return useMemo(() => {
    const forms = new Map<string, () => readonly FieldProblem[]>()
    return {
      put: (form, check) => void forms.set(form, check),
      take: (form) => void forms.delete(form),
      all: () => [...forms.values()].flatMap((check) => check()),
    }
  }, [])
}

const BoardContext = createContext<ProblemBoard | null>(null)
export const ProblemBoardProvider = BoardContext.Provider

/** Puts a form on the board of its page; `rawNow` gives what the form holds at the time of asking. */
export function useReportedProblems(form: string, question: Question, rawNow: () => RawForm): void {
  const board = useContext(BoardContext)
  const latest = useRef(rawNow)
  latest.current = rawNow
  useEffect(() => {
    board?.put(form, () => {
      const { problems } = readForm(question, latest.current())
      return question.parts.flatMap((part) => {
        const problem = problems[part.id]
        if (!problem) return []
        const about = part.label ? `${question.text} ${part.label}` : question.text
        return [{ field: `${form}-${part.id}`, text: `${about}: ${problemInWords(part, problem)}` }]
      })
    })
    return () => board?.take(form)
  }, [board, form, question])
}

import { useEffect, useState } from 'react'
import type { AskedQuestion } from '../../domain/relevance.ts'
import { useWorkspace } from '../workspace.ts'
import { type LinkTarget, showQuestion } from './link-target.ts'
import { isAllDone } from './step-question.tsx'

/**
 * Which questions of a step show their forms: the one asked for, those with unfinished words in them, else the first
 * that still waits for an answer. The rest stand folded, each with its answer.
 */
export function useOpenQuestions(asked: readonly AskedQuestion[], at: LinkTarget | undefined) {
  const { view, draftsOf } = useWorkspace()
  const [all, setAll] = useState(false)
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => {
    const unfinished = asked.filter(({ question: q }) => draftsOf(q.addsTo ?? q.id).length > 0)
    const first = asked.find((a) => !isAllDone(a, view)) ?? asked[0]
    const start = at ? [at.question] : unfinished.length === 0 && first ? [first.question.id] : []
    return new Set([...start, ...unfinished.map((a) => a.question.id)])
  })
  const [toShow, setToShow] = useState<{ question: string; subject?: string | undefined }>()
  useEffect(() => {
    if (!at) return
    setOpened((o) => new Set([...o, at.question]))
    if (!at.field) setToShow({ question: at.question, subject: at.subject })
  }, [at])
  useEffect(() => {
    if (toShow) showQuestion(toShow.question, toShow.subject)
  }, [toShow])

  return {
    all,
    isOpen: (question: string): boolean => all || opened.has(question),
    open(question: string): void {
      setOpened((o) => new Set([...o, question]))
      setToShow({ question })
    },
    /** Folds the question that was being answered, and opens another. */
    goTo(next: string, from: string): void {
      setOpened((o) => new Set([...[...o].filter((q) => q !== from), next]))
      setToShow({ question: next })
    },
    toggleAll: (): void => setAll(!all),
  }
}

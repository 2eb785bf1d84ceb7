import { useEffect } from 'react'
import type { OpenAssessment } from './open-assessment.ts'
import { type Place, pathTo } from './places.ts'

const DELAY = 150

/** Remembers the field and the caret, sealed, and puts them back when the same place is opened after a lock. */
export function useCaret(assessment: OpenAssessment, place: Place): void {
  useEffect(() => {
    const path = pathTo(assessment.id, place)
    let timer: ReturnType<typeof setTimeout> | undefined
    let restoring = true
    const remember = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const element = document.activeElement
        const field = isField(element) ? { field: element.id, ...caretIn(element) } : {}
        void assessment.putPlace({ step: place, path, ...field })
      }, DELAY)
    }
    void assessment.place().then((kept) => {
      if (restoring && kept?.path === path && kept.field) restore(kept.field, kept.caret)
      document.addEventListener('selectionchange', remember)
      document.addEventListener('focusin', remember)
      document.addEventListener('input', remember)
      remember()
    })
    return () => {
      restoring = false
      clearTimeout(timer)
      document.removeEventListener('selectionchange', remember)
      document.removeEventListener('focusin', remember)
      document.removeEventListener('input', remember)
    }
  }, [assessment, place])
}

const isField = (e: Element | null): e is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  e instanceof HTMLInputElement || e instanceof HTMLTextAreaElement || e instanceof HTMLSelectElement

function caretIn(e: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement) {
  if (e instanceof HTMLSelectElement || e.selectionStart === null) return {}
  return { caret: { start: e.selectionStart, end: e.selectionEnd ?? e.selectionStart } }
}

function restore(id: string, caret: { start: number; end: number } | undefined): void {
  const element = document.getElementById(id)
  if (!(element instanceof HTMLElement)) return
  element.focus()
  element.scrollIntoView({ block: 'center' })
  if (caret && (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) {
    element.setSelectionRange(caret.start, caret.end)
  }
}

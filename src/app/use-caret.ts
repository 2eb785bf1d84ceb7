import { useEffect } from 'react'
import type { LastPlace } from '../storage/record-port.ts'
import type { OpenAssessment } from './open-assessment.ts'
import { type Place, pathTo } from './places.ts'
import { beforeLocking } from './put-away.ts'

const DELAY = 150

/** Remembers the field and the caret, sealed, and puts them back when the same place is opened after a lock. */
export function useCaret(assessment: OpenAssessment, place: Place): void {
  useEffect(() => {
    const kept = assessment.lastPlace
    if (!kept?.field || kept.path !== location.pathname) return undefined
    return whenThere(kept.field, (element) => restore(element, kept.caret))
  }, [assessment])
  useEffect(() => {
    const path = pathTo(assessment.id, place)
    let timer: ReturnType<typeof setTimeout> | undefined
    let field: Partial<LastPlace> = {}
    const write = () => {
      clearTimeout(timer)
      return assessment.putPlace({ step: place, path, ...field })
    }
    const remember = () => {
      // The way to a lock leads over a button, and back to the field before it.
      field = whereFocusIs() ?? field
      clearTimeout(timer)
      timer = setTimeout(() => void write(), DELAY)
    }
    for (const type of EVENTS) document.addEventListener(type, remember)
    const leave = beforeLocking(write)
    remember()
    return () => {
      for (const type of EVENTS) document.removeEventListener(type, remember)
      void leave()
    }
  }, [assessment, place])
}

const EVENTS = ['selectionchange', 'focusin', 'input'] as const

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isField = (e: Element | null): e is Field =>
  e instanceof HTMLInputElement || e instanceof HTMLTextAreaElement || e instanceof HTMLSelectElement

function whereFocusIs(): Partial<LastPlace> | null {
  const element = document.activeElement
  if (!isField(element)) return null
  const question = element.closest('.linnet-question')?.id
  return { ...(question && { question }), field: element.id, ...caretIn(element) }
}

function caretIn(e: Field) {
  if (e instanceof HTMLSelectElement || e.selectionStart === null) return {}
  return { caret: { start: e.selectionStart, end: e.selectionEnd ?? e.selectionStart } }
}

/** The page may still be on its way. Somebody who has begun to do something else is left alone. */
function whenThere(id: string, act: (element: HTMLElement) => void): () => void {
  const look = () => {
    const element = document.getElementById(id)
    if (!element) return
    stop()
    act(element)
  }
  const watch = new MutationObserver(look)
  const stop = () => {
    watch.disconnect()
    for (const type of TOUCHES) document.removeEventListener(type, stop)
  }
  watch.observe(document.body, { childList: true, subtree: true })
  for (const type of TOUCHES) document.addEventListener(type, stop)
  look()
  return stop
}

const TOUCHES = ['pointerdown', 'keydown'] as const

function restore(element: HTMLElement, caret: LastPlace['caret']): void {
  element.focus()
  element.scrollIntoView({ block: 'center' })
  if (caret && (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) {
    element.setSelectionRange(caret.start, caret.end)
  }
}

import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'

// Timers stand still until a test moves them. The library that waits for the screen knows a stopped clock by this name.
Object.assign(globalThis, { jest: { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) } })
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** The page of the tests has no layout: nothing to scroll, and a dialog is only open or closed. */
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
  this.dispatchEvent(new Event('close'))
}

/** Parts that the app loads when they are first needed are at hand here. */
vi.mock('../../src/ui/questions/rare-parts.ts', async () => ({
  ...(await import('../../src/ui/questions/correction-form.tsx')),
  ...(await import('../../src/ui/questions/derived-note.tsx')),
  ...(await import('../../src/ui/questions/drinks-field.tsx')),
  ...(await import('../../src/ui/questions/heads-shown.tsx')),
  ...(await import('../../src/ui/questions/settled.tsx')),
  ...(await import('../../src/ui/questions/week-field.tsx')),
}))
vi.mock('../../src/ui/questions/collection-later.ts', () => import('../../src/ui/questions/collection-question.tsx'))
vi.mock('../../src/ui/steps/note-later.ts', async () => ({
  ...(await import('../../src/ui/steps/filed-notes.tsx')),
  ...(await import('../../src/ui/steps/note-dialog.tsx')),
}))

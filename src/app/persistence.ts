import { askToPersist } from '../storage/durability.ts'

export type Persistence = 'not-asked' | 'granted' | 'refused' | 'not-supported'

let answer: Persistence = 'not-asked'
let asked = false
const listeners = new Set<() => void>()

/** The browser's promise to keep the records: asked for once, at the first save, and shown as it was answered. */
export const persistence = {
  current: (): Persistence => answer,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  ask(): void {
    if (asked) return
    asked = true
    void askToPersist().then((given) => {
      answer = given
      for (const listener of listeners) listener()
    })
  },
}

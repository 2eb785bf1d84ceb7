import * as z from 'zod/mini'
import { randomId } from '../../storage/random-id.ts'
import { type AskServer, anything } from './ask-server.ts'

/** Where what is still to be told is kept: random ids and a code, nothing else. */
export interface TellShelf {
  get(): string | null
  put(text: string): void
}

const toldSchema = z.array(z.object({ assessment: z.string(), what: z.string(), id: z.string() }))
type Told = z.infer<typeof toldSchema>

/** What was done on this device with a record, for the server's audit: told until the server has heard it, noted there once. */
export function tells(ask: AskServer, shelf: TellShelf) {
  const read = (): Told => {
    try {
      const found = toldSchema.safeParse(JSON.parse(shelf.get() ?? '[]'))
      return found.success ? found.data : []
    } catch {
      return []
    }
  }
  let telling: Promise<void> = Promise.resolve()

  async function tellAll(): Promise<void> {
    for (const { assessment, what, id } of read()) {
      const path = `/api/assessments/${encodeURIComponent(assessment)}/audit`
      const answer = await ask(path, anything, { what, id })
      // Whoever is no member any more is told nothing, and has nothing to tell.
      if (answer.ok || answer.code === 'not-found') shelf.put(JSON.stringify(read().filter((t) => t.id !== id)))
      else return
    }
  }
  /** After a round with the server that went well. */
  const flush = (): Promise<void> => {
    telling = telling.then(tellAll)
    return telling
  }
  return {
    flush,
    /** `shared`: something was made to be given to the family. */
    tell(assessment: string, what: 'exported' | 'shared'): Promise<void> {
      shelf.put(JSON.stringify([...read(), { assessment, what, id: randomId() }]))
      return flush()
    },
  }
}
export type Tells = ReturnType<typeof tells>

import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { type AnswerValue, readAnswer } from '../../../src/domain/answer.ts'
import { compose } from '../../../src/domain/compose.ts'
import type { Author, Entry, EntryBasis, Slot } from '../../../src/domain/entry.ts'
import { packV1 } from '../../../src/guidance/whole.ts'
import { PASSPHRASE } from './practitioner.ts'

const PATH = '/assets/colleague-page.js'
const PAGE = fileURLToPath(new URL('colleague-page.ts', import.meta.url))

export interface Recorded {
  slot: Slot
  value: AnswerValue
  basis?: EntryBasis
  /** The entries that this colleague had on screen. */
  seen?: readonly string[]
}

/**
 * A colleague of another agency, on another device: what they record comes into the store of this one by the door that a
 * server's entries take. The page is the app as it is served; only the script beside it is ours.
 */
export class Colleague {
  private made = 0

  private constructor(
    private readonly page: Page,
    private readonly author: Author,
  ) {}

  static async at(page: Page, author: Author): Promise<Colleague> {
    const body = await bundled()
    await page.route(`**${PATH}`, (route) => route.fulfill({ body, contentType: 'text/javascript' }))
    return new Colleague(page, author)
  }

  /** What is in the store of the assessment that is on the screen. */
  entries(): Promise<Entry[]> {
    return this.inPage(`entriesOf(${asCode(PASSPHRASE)}, ${asCode(this.assessment())})`)
  }

  async records(...all: readonly Recorded[]): Promise<Entry[]> {
    const contact = (await this.entries()).find((e) => e.kind === 'contact')?.contact ?? '-'
    const entries = all.map(({ slot, value, basis, seen = [] }) => {
      if (!readAnswer(value)) throw new Error('This is no answer')
      return compose(
        {
          assessment: this.assessment(),
          contact,
          author: this.author,
          device: `device-of-${this.author.id}`,
          guidancePack: packV1.id,
          newId: () => `${this.author.id}-${String(++this.made).padStart(4, '0')}`,
          nextSeq: () => this.made,
          now: () => new Date().toISOString(),
        },
        { kind: 'answer', slot, value, basis, seen },
      )
    })
    await this.receive(entries)
    return entries
  }

  async receive(entries: readonly Entry[]): Promise<void> {
    await this.inPage(`take(${asCode(PASSPHRASE)}, ${asCode(entries)})`)
  }

  /** As text: a function would be rewritten for the tests, and the page knows nothing of these. */
  private inPage<T>(call: string): Promise<T> {
    return this.page.evaluate<T>(`import(${asCode(PATH)}).then((m) => m.${call})`)
  }

  assessment(): string {
    const id = /^\/a\/([^/]+)/.exec(new URL(this.page.url()).pathname)?.[1]
    if (!id) throw new Error('No assessment is open on the page')
    return id
  }
}

const asCode = (value: unknown): string => JSON.stringify(value)

let code: Promise<string> | undefined
const bundled = (): Promise<string> => {
  code ??= built()
  return code
}

async function built(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
      lib: { entry: PAGE, formats: ['es'], fileName: 'colleague-page' },
    },
  })
  const [output] = [result].flat()
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('The script of the colleague was not built')
  return chunk.code
}

import type { HeadEvent } from '../../../src/sync/api.ts'

/** Reads an answer of server-sent events. */
export function heardFrom(answer: Response) {
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const more = async (): Promise<boolean> => {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    text += decoder.decode(value, { stream: !done })
    return !done
  }
  const events = (): HeadEvent[] =>
    [...text.matchAll(/^event: head\ndata: (.+)\n\n/gm)].map(([, data = '']) => JSON.parse(data) as HeadEvent)
  return {
    /** Waits until this head of this assessment was told. */
    async told(assessment: string, head: number): Promise<void> {
      while (!events().some((each) => each.assessment === assessment && each.head === head)) {
        if (!(await more())) throw new Error(`it ended with: ${text}`)
      }
    },
    /** Waits until it ends, and says all that was told. */
    async toItsEnd(): Promise<HeadEvent[]> {
      while (await more());
      return events()
    },
    cancel: () => reader?.cancel(),
  }
}

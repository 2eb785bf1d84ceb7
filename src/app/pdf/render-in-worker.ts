import type { PdfDocument } from '../../report/pdf/blocks.ts'
import { scriptUrl } from '../script-policy.ts'
import type { PdfAnswer } from './pdf-answer.ts'
import workerUrl from './pdf-worker.ts?worker&url'

/** Longer than any assessment takes on a slow telephone; after it the worker is taken to be stuck. */
const LONGEST = 90_000

/**
 * Makes a PDF away from the screen. Each has a worker of its own, which ends with it: no words of the record stay behind
 * in memory, and after a failure the next try begins afresh.
 */
export function renderInWorker(document: PdfDocument): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    const worker = start()
    const end = (answer: PdfAnswer) => {
      clearTimeout(timer)
      worker?.terminate()
      resolve(answer)
    }
    const timer = setTimeout(() => end({ ok: false }), LONGEST)
    if (!worker) return end({ ok: false })
    worker.onmessage = ({ data }: MessageEvent<PdfAnswer>) => end(data)
    worker.onerror = () => end({ ok: false })
    worker.onmessageerror = () => end({ ok: false })
    worker.postMessage(document)
  })
}

function start(): Worker | null {
  try {
    return new Worker(scriptUrl(workerUrl), { type: 'module' })
  } catch {
    return null
  }
}

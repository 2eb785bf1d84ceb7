/** What a line of the log may hold beside its name: codes, ids, counts. Never a name, an address or anything recorded. */
export type LogDetail = Record<string, string | number | boolean | null>
export type Log = (event: string, detail?: LogDetail) => void

/** One line of JSON for each event. */
export const jsonLog: Log = (event, detail = {}) =>
  console.log(JSON.stringify({ at: new Date().toISOString(), event, ...detail }))

/** A fault of Linnet's, without its message: that of a database or a parser repeats what it was given. */
export function faultOf(error: unknown): LogDetail {
  const {
    name = 'unknown',
    code = null,
    stack = '',
  } = (error ?? {}) as { name?: string; code?: unknown; stack?: string }
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name,
    code: code === null ? null : String(code),
    frames: frames
      .slice(0, 8)
      .map((f) => f.trim())
      .join(' < '),
  }
}

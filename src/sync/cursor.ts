/** Where a reader stands in one assessment. Clients hold it as it came and never look inside. */
export interface Cursor {
  epoch: string
  assessment: string
  /** The number of the last entry read. */
  seq: number
}

export const writeCursor = ({ epoch, assessment, seq }: Cursor): string => `${seq}.${epoch}.${assessment}`

/** Null for what no server has written. An epoch holds no full stop; an assessment's id may. */
export function readCursor(text: string): Cursor | null {
  const [, seq, epoch, assessment] = /^(\d{1,15})\.([^.]+)\.(.+)$/s.exec(text) ?? []
  return seq && epoch && assessment ? { epoch, assessment, seq: Number(seq) } : null
}

/** What one entry and one request may hold at most. Sizes are bytes of UTF-8. */
export const LIMITS = {
  /** An answer is some 400 bytes; this leaves room for 40 pages of a child's own words. */
  entryBytes: 256 * 1024,
  /** Brackets within brackets, in the text of one entry. */
  depth: 64,
  batchEntries: 100,
  batchBytes: 1024 * 1024,
  /** Assessments that one request may begin. */
  begins: 100,
  /** UTF-16 code units of an id, a slot's question or subject. */
  id: 200,
  pageEntries: 500,
} as const

/**
 * JSON with sorted keys, so that the same content is always the same text.
 * Absent and `undefined` members are the same. Throws `NotJson` for anything that JSON would silently change
 * (NaN, dates, maps, functions): a value that cannot be read back as it was must not be saved.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotJson()
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (typeof value !== 'object' || Object.prototype.toString.call(value) !== '[object Object]') throw new NotJson()
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** The message never holds the value: it may be a record. */
export class NotJson extends Error {
  constructor() {
    super('a value is not plain JSON')
  }
}

/** 128 random bits as 32 hexadecimal digits: says nothing about what it names. */
export function randomId(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)))
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, for a cookie or a link. It is given out once; what is stored is its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** SHA-256 in lower-case hexadecimal. A fast hash will do: nobody can guess the token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex')

import type { Context } from 'hono'
import type { ApiParts } from './api-env.ts'

/** The origin at which the browser that asks has reached this server. */
export const siteOf = (c: Context, { origin }: Pick<ApiParts, 'origin'>): string => origin ?? new URL(c.req.url).origin

import type { Context } from 'hono'
import type { ApiEnv } from './api-env.ts'

/**
 * The network address of whoever asks, for the limit of tries alone. What stands in X-Forwarded-For is believed as far as
 * our own proxies wrote it: each adds the address of the one before it at the end.
 */
export function clientAddress(c: Context<ApiEnv>, proxies: number): string {
  const socket = c.env?.incoming?.socket?.remoteAddress ?? 'unknown'
  if (proxies === 0) return socket
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((each) => each.trim())
  return forwarded.at(-proxies) || socket
}

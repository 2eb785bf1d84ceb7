import { type Answer, type RawAnswer, readAnswer } from './answer.ts'
import type { MineResponse, PullRequest, PullResponse, PushRequest, PushResponse } from './protocol.ts'

/** `body` is there when the answer is of the shape that was asked for, whatever its status. */
export interface Reply<T> {
  answer: Answer
  body: T | null
}

/** One request, one reply; never rejects. Nothing is sent twice by itself: what comes next is `nextStep`'s to say. */
export interface SyncTransport {
  push(request: PushRequest): Promise<Reply<PushResponse>>
  pull(request: PullRequest): Promise<Reply<PullResponse>>
  mine(): Promise<Reply<MineResponse>>
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

/** Reads what came of one request. `now` is in milliseconds. */
export function replyOf<T>(raw: RawAnswer, schema: Schema<T>, now: number): Reply<T> {
  let body: T | null = null
  const isProtocol = (value: unknown): boolean => {
    const parsed = schema.safeParse(value)
    body = parsed.success ? parsed.data : null
    return parsed.success
  }
  const answer = readAnswer(raw, isProtocol, now)
  return { answer, body: answer.came === 'answer' && answer.body === 'protocol' ? body : null }
}

export const noReply = { answer: { came: 'nothing' }, body: null } as const satisfies Reply<never>

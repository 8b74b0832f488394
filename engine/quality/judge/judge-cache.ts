import { createHash } from 'node:crypto'
import type { ConversationSegment } from '../../language/index.ts'
import { judgeResult, type JudgeResult } from './judge-result.ts'

/** Where results are kept, as text under their key, so that a model is never asked the same twice. */
export interface JudgeCache {
  get(key: string): Promise<string | null> | string | null
  put(key: string, result: string): Promise<void> | void
}

/** Of a conversation as it is put to a model: its redacted words and who said them. */
export function conversationHash(segments: readonly ConversationSegment[]): string {
  return sha256(segments.map(({ speaker, text, probability }) => [speaker, text, probability ?? null]))
}

/** Of everything an answer depends on. The host is part of it: a model of the same name elsewhere may be another version of it. */
export function judgeKey(parts: readonly unknown[]): string {
  return sha256(parts)
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

/** Null where there is none, or it was kept by a version that wrote results otherwise. */
export async function keptResult(cache: JudgeCache, key: string): Promise<JudgeResult | null> {
  const kept = await cache.get(key)
  if (kept === null) return null
  try {
    const parsed = judgeResult.safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

import type { PatternFindings } from '../../shared/contract/patterns.ts'
import type { EngineContext } from '../context.ts'
import { mayScore } from '../governance/index.ts'
import { readFactsRevision } from '../metrics/index.ts'
import { languageAtHand } from '../speaking-in.ts'
import { newestDay } from '../workspace/index.ts'
import { countConversationsBetween } from './conversations.store.ts'
import { findPatterns } from './find-patterns.ts'

const MOST_KEPT = 4

interface Kept {
  state: string
  findings: Promise<PatternFindings>
}

const caches = new WeakMap<object, Map<string, Kept>>()

/**
 * The findings of the days to the newest data, found once for each state of the facts and each language they are told in. Who asks while they are being found waits
 * for the same.
 */
export function patternsOf(context: EngineContext, days: number): Promise<PatternFindings> {
  let cache = caches.get(context.read)
  if (!cache) caches.set(context.read, (cache = new Map()))
  const state = stateOf(context, days)
  const key = `${days} ${languageAtHand()}`
  const known = cache.get(key)
  if (known?.state === state) return known.findings
  const findings = findPatterns(context.read, days)
  cache.delete(key)
  if (cache.size >= MOST_KEPT) cache.delete(cache.keys().next().value!)
  cache.set(key, { state, findings })
  findings.catch(() => cache.delete(key))
  return findings
}

/** What the findings rest on: facts, who is who, what has been read, and whether what rules answered counts. */
function stateOf({ read }: EngineContext, days: number): string {
  const to = newestDay(read) ?? 0
  const counts = countConversationsBetween(read, { from: to - days + 1, to })
  return JSON.stringify([readFactsRevision(read), to, counts, mayScore(read)])
}

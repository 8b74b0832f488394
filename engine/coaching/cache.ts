import type { EngineContext } from '../context.ts'
import { revisionOf } from '../store/index.ts'
import { languageAtHand } from '../speaking-in.ts'
import { rankAnew, rankWindow, type RankedWindow } from './ranking.ts'

const MOST_KEPT = 6

/**
 * Remembers the last few ranked windows while nothing has been written, so that the pages of twenty agents cost one ranking. Any commit,
 * from whichever process, makes it forget, unless it was a quiet one.
 */
export interface RankingCache {
  get(to: number, days: number): RankedWindow
  /** Somebody was coached, or a session was prepared, by a quiet commit: what rests on that is told anew, and nothing else. */
  coachingsChanged(): void
}

const caches = new WeakMap<object, RankingCache>()

/** The cache of this engine. */
export function rankingCache(context: Pick<EngineContext, 'read'>): RankingCache {
  let cache = caches.get(context.read)
  if (!cache) caches.set(context.read, (cache = createCache(context)))
  return cache
}

function createCache(context: Pick<EngineContext, 'read'>): RankingCache {
  const kept = new Map<string, RankedWindow>()
  /** Those whose marks and sessions are no longer what they were. */
  const outdated = new Set<string>()
  let revision = -1
  return {
    get(to, days) {
      const now = revisionOf(context.read)
      if (now !== revision) {
        kept.clear()
        outdated.clear()
      }
      revision = now
      // a ranking has its sentences in it
      const key = `${to} ${days} ${languageAtHand()}`
      let ranked = kept.get(key)
      if (ranked && outdated.delete(key)) kept.set(key, (ranked = rankAnew(context.read, ranked)))
      if (!ranked) {
        ranked = rankWindow(context.read, to, days)
        const [oldest] = kept.keys()
        if (kept.size >= MOST_KEPT && oldest !== undefined) {
          kept.delete(oldest)
          outdated.delete(oldest)
        }
        kept.set(key, ranked)
      }
      return ranked
    },
    coachingsChanged() {
      for (const key of kept.keys()) outdated.add(key)
    },
  }
}

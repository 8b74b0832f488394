import type { CoachingEffect } from '../../../shared/contract/effects.ts'
import { revisionOf, type ReadableDatabase } from '../../store/index.ts'
import {
  effectGround,
  effectPlan,
  workOutEffects,
  type EffectGround,
  type EffectPlan,
  type EffectRequest,
} from './effects-of.ts'

/** More sessions than anybody looks at; of a sheet with its chart some three kilobytes each. */
const MOST_KEPT = 5000

interface Kept {
  revision: number
  ground: EffectGround
  /** By session and person as far as figures go; `coached` says of which others it was assumed that they were coached. */
  effects: Map<string, { coached: string; effect: CoachingEffect }>
}

const books = new WeakMap<object, Kept>()

/**
 * The same as `effectsOf` at the newest data, each worked out once for each state of the facts: any commit makes it forget, unless it was a quiet one. A session
 * more needs only its own, and those for which somebody fewer is left to compare with.
 */
export function keptEffectsOf(
  database: ReadableDatabase,
  requests: readonly EffectRequest[],
): CoachingEffect[] {
  if (requests.length === 0) return []
  const revision = revisionOf(database)
  let book = books.get(database)
  if (book?.revision !== revision)
    books.set(database, (book = { revision, ground: effectGround(database), effects: new Map() }))
  const { ground, effects } = book
  const asked = requests.map((request) => {
    const plan = effectPlan(ground, request)
    return { plan, key: keyOf(request), coached: coachedAmong(plan) }
  })
  const missing = asked.filter(({ key, coached }) => effects.get(key)?.coached !== coached)
  const found = workOutEffects(
    database,
    ground,
    missing.map(({ plan }) => plan),
  )
  const fresh = new Map(missing.map((one, index) => [one, found[index]!]))
  const answer = asked.map((one) => fresh.get(one) ?? effects.get(one.key)!.effect)
  for (const [{ key, coached }, effect] of fresh) effects.set(key, { coached, effect })
  for (const key of effects.keys()) {
    if (effects.size <= MOST_KEPT) break
    effects.delete(key)
  }
  return answer
}

function keyOf({ personId, driverId, heldDay, selecting }: EffectRequest): string {
  return JSON.stringify([personId, driverId, heldDay, selecting?.from ?? null, selecting?.to ?? null])
}

/** Who of those compared was coached: others who were are no matter here. */
function coachedAmong({ request, peers }: EffectPlan): string {
  return [...request.coachedIds]
    .filter((id) => peers.ids.has(String(id)))
    .toSorted((a, b) => a - b)
    .join(' ')
}

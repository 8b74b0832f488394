import type { CoachingEffect } from '../../../shared/contract/effects.ts'
import { atOnce, inPieces } from '../../in-pieces.ts'
import { languageAtHand, type Language } from '../../speaking-in.ts'
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

/** A request with what its effect is kept under. */
interface Asked {
  plan: EffectPlan
  key: string
  coached: string
}

/** One for each language that was asked in: effects have their sentences in them. */
const books = new WeakMap<object, Map<Language, Kept>>()

/** Who is being worked for now: whoever asks meanwhile waits, and finds most of it done. */
const turns = new WeakMap<object, Promise<unknown>>()

/** Facts that change this often while effects are worked out are waited for no longer. */
const MOST_BEGINNINGS = 3

/**
 * The same as `effectsOf` at the newest data, each worked out once for each state of the facts: any commit makes it forget, unless it was a quiet one. A session
 * more needs only its own, and those for which somebody fewer is left to compare with.
 */
export function keptEffectsOf(
  database: ReadableDatabase,
  requests: readonly EffectRequest[],
): CoachingEffect[] {
  return atOnce(keptEffects(database, requests))
}

/** The same in pieces, between which other calls have their turn: the first board of a large workspace takes seconds. Begins anew where facts change meanwhile. */
export async function keptEffectsInPieces(
  database: ReadableDatabase,
  requests: readonly EffectRequest[],
): Promise<CoachingEffect[]> {
  const before = turns.get(database)
  const own = (async () => {
    await before
    for (let beginning = 1; beginning < MOST_BEGINNINGS; beginning++) {
      const revision = revisionOf(database)
      let isOutdated = false
      const pieces = keptEffects(database, requests, () => {
        isOutdated ||= revisionOf(database) !== revision
        return isOutdated
      })
      const effects = await inPieces(pieces)
      if (!isOutdated) return effects
    }
    return keptEffectsOf(database, requests)
  })()
  const done = own.catch(() => undefined)
  turns.set(database, done)
  return own
}

/** `isOutdated` is asked after each piece; once it is true nothing is kept, and what comes back is for nobody. */
function* keptEffects(
  database: ReadableDatabase,
  requests: readonly EffectRequest[],
  isOutdated: () => boolean = () => false,
): Generator<void, CoachingEffect[]> {
  if (requests.length === 0) return []
  const revision = revisionOf(database)
  let said = books.get(database)
  if (!said) books.set(database, (said = new Map()))
  const language = languageAtHand()
  let book = said.get(language)
  if (book?.revision !== revision)
    said.set(language, (book = { revision, ground: effectGround(database), effects: new Map() }))
  const { ground, effects } = book
  const asked: Asked[] = []
  for (const request of requests) {
    const plan = effectPlan(ground, request)
    asked.push({ plan, key: keyOf(request), coached: coachedAmong(plan) })
    yield
    if (isOutdated()) return []
  }
  const missing = asked.filter(({ key, coached }) => effects.get(key)?.coached !== coached)
  const pieces = workOutEffects(
    database,
    ground,
    missing.map(({ plan }) => plan),
  )
  let piece = pieces.next()
  while (!piece.done) {
    yield
    if (isOutdated()) return []
    piece = pieces.next()
  }
  const found = piece.value
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

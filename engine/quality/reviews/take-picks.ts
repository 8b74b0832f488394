import type { AffectedDays } from '../../affected-days.ts'
import type { WritableDatabase } from '../../store/index.ts'
import type { EligibleRow } from './eligible.store.ts'
import {
  countOpen,
  insertChance,
  insertDraw,
  refreshChances,
  refreshWeights,
  turnIntoDrawn,
} from './plans.store.ts'
import { insertReview } from './reviews.store.ts'

interface Draw {
  planId: number | null
  scorecardId: number
  kind: 'random' | 'risk' | 'settle'
  name: string
  settings: string
  reviewers: readonly string[]
  seed: number
  days: { from: number; to: number }
  eligible: readonly EligibleRow[]
  chances: ReadonlyMap<number, number>
  picked: readonly number[]
  why: string
}

/** Notes a draw and puts its picks into the queue, each reviewer's in turn, who has least first. */
export function takePicks(
  database: WritableDatabase,
  at: number,
  affected: AffectedDays,
  draw: Draw,
): { drawId: number; picked: number; alreadyThere: number } {
  const drawId = insertDraw(database, {
    ...draw,
    fromDay: draw.days.from,
    toDay: draw.days.to,
    eligible: draw.eligible.length,
    picked: draw.picked.length,
    at,
  })
  for (const [interactionId, chance] of draw.chances)
    if (chance > 0) insertChance(database, drawId, interactionId, chance)
  const reviewOf = new Map(draw.eligible.map(({ interactionId, reviewId }) => [interactionId, reviewId]))
  const deal = dealer(draw.reviewers, countOpen(database))
  let alreadyThere = 0
  for (const interactionId of draw.picked) {
    const there = reviewOf.get(interactionId) ?? null
    const { why } = draw
    if (there !== null) {
      alreadyThere += 1
      turnIntoDrawn(database, { id: there, selection: draw.kind, drawId, why })
    } else
      insertReview(database, {
        scorecardId: draw.scorecardId,
        interactionId,
        selection: draw.kind,
        drawId,
        why,
        chance: null,
        reviewer: deal(),
        at,
      })
  }
  reweigh(database, draw.scorecardId, affected)
  return { drawId, picked: draw.picked.length, alreadyThere }
}

/** Chances after a draw came or went, and what evaluations stand for by them. */
export function reweigh(database: WritableDatabase, scorecardId: number, affected: AffectedDays): void {
  refreshChances(database, scorecardId)
  for (const day of refreshWeights(database, { scorecardId })) affected.changed('evaluations', day)
}

/** Gives the next pick to whoever has least to do; to nobody where nobody is named. */
function dealer(reviewers: readonly string[], open: ReadonlyMap<string, number>): () => string | null {
  const load = new Map(reviewers.map((name) => [name, open.get(name) ?? 0]))
  return () => {
    const [next] = [...load].toSorted((a, b) => a[1] - b[1])
    if (next === undefined) return null
    load.set(next[0], next[1] + 1)
    return next[0]
  }
}

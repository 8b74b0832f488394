import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A sampling plan; `settings` is JSON. */
export interface PlanRow {
  id: number
  name: string
  kind: 'random' | 'risk'
  scorecardId: number
  form: string
  settings: string
}

/** One draw of a plan. Days are day numbers. */
export interface DrawRow {
  id: number
  planId: number | null
  fromDay: number
  toDay: number
  eligible: number
  picked: number
  drawnAt: number
  seed: number
  untouched: number
}

const PLAN = `SELECT sampling_plans.id, sampling_plans.name, kind, scorecard_id AS scorecardId, scorecards.name AS form, settings
  FROM sampling_plans JOIN scorecards ON scorecards.id = scorecard_id WHERE retired_at IS NULL`

/** The plans in use. */
export function readPlans(database: ReadableDatabase): PlanRow[] {
  return all<PlanRow>(database, `${PLAN} ORDER BY sampling_plans.id`)
}

/** One plan in use, or undefined. */
export function readPlan(database: ReadableDatabase, id: number): PlanRow | undefined {
  return one<PlanRow>(database, `${PLAN} AND sampling_plans.id = ?`, id)
}

/** Makes a plan; gives its id. */
export function insertPlan(
  database: WritableDatabase,
  plan: Omit<PlanRow, 'id' | 'form'> & { at: number },
): number {
  return run(
    database,
    'INSERT INTO sampling_plans (name, kind, scorecard_id, settings, created_at) VALUES (?, ?, ?, ?, ?)',
    plan.name,
    plan.kind,
    plan.scorecardId,
    plan.settings,
    plan.at,
  ).id
}

/** Changes a plan; its draws keep the settings they were made with. Whether there is such a plan. */
export function updatePlan(database: WritableDatabase, plan: Omit<PlanRow, 'form'>): boolean {
  return (
    run(
      database,
      'UPDATE sampling_plans SET name = ?, kind = ?, scorecard_id = ?, settings = ? WHERE id = ? AND retired_at IS NULL',
      plan.name,
      plan.kind,
      plan.scorecardId,
      plan.settings,
      plan.id,
    ).changes > 0
  )
}

/** Takes a plan out of use; what it drew stays. */
export function retirePlan(database: WritableDatabase, id: number, at: number): boolean {
  return (
    run(database, 'UPDATE sampling_plans SET retired_at = ? WHERE id = ? AND retired_at IS NULL', at, id)
      .changes > 0
  )
}

/** All draws of plans, newest first. */
export function readDraws(database: ReadableDatabase): DrawRow[] {
  return all<DrawRow>(
    database,
    `SELECT id, plan_id AS planId, from_day AS fromDay, to_day AS toDay, eligible, picked, drawn_at AS drawnAt, seed,
       (SELECT count(*) FROM reviews WHERE draw_id = sampling_draws.id AND state = 'waiting') AS untouched
     FROM sampling_draws ORDER BY id DESC`,
  )
}

/** Notes a draw; gives its id. */
export function insertDraw(
  database: WritableDatabase,
  draw: {
    planId: number | null
    scorecardId: number
    kind: string
    name: string
    settings: string
    seed: number
    fromDay: number
    toDay: number
    eligible: number
    picked: number
    at: number
  },
): number {
  return run(
    database,
    `INSERT INTO sampling_draws (plan_id, scorecard_id, kind, name, settings, seed, from_day, to_day, eligible, picked, drawn_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    draw.planId,
    draw.scorecardId,
    draw.kind,
    draw.name,
    draw.settings,
    draw.seed,
    draw.fromDay,
    draw.toDay,
    draw.eligible,
    draw.picked,
    draw.at,
  ).id
}

/** Notes with what probability a draw would have picked a conversation. */
export function insertChance(
  database: WritableDatabase,
  drawId: number,
  interactionId: number,
  chance: number,
): void {
  run(
    database,
    'INSERT INTO sampling_chances (draw_id, interaction_id, chance) VALUES (?, ?, ?)',
    drawId,
    interactionId,
    chance,
  )
}

/** Whether any of a form's draws looked at the review's conversation: what another form's draws know of it tells nothing. */
const IS_LOOKED_AT = `EXISTS (SELECT 1 FROM sampling_chances JOIN sampling_draws ON sampling_draws.id = draw_id
       WHERE sampling_chances.interaction_id = reviews.interaction_id AND sampling_draws.scorecard_id = reviews.scorecard_id)`

/**
 * Gives every drawn review of a form the probability that any of the form's draws picks its conversation: 1 minus the product of what
 * each leaves. A draw that looked at it later raises it. A contact that was taken away and came back is not looked at by earlier draws any more: its
 * review keeps the chance it had.
 */
export function refreshChances(database: WritableDatabase, scorecardId: number): void {
  run(
    database,
    `UPDATE reviews SET chance = (
       SELECT iif(max(chance) >= 1, 1.0, 1 - exp(sum(ln(1 - chance)))) FROM sampling_chances JOIN sampling_draws ON sampling_draws.id = draw_id
       WHERE sampling_chances.interaction_id = reviews.interaction_id AND sampling_draws.scorecard_id = reviews.scorecard_id)
     WHERE scorecard_id = ? AND selection IN ('random', 'risk', 'settle') AND ${IS_LOOKED_AT}`,
    scorecardId,
  )
}

/**
 * Gives evaluations what they stand for: 1 over the probability with which they were drawn. What was picked for its risk stands for more than itself only
 * where a random draw looked at it too: else conversations without risk had no chance at all. What a person asked for and imports have no weight, nor
 * have calibrations. Whether they speak for the others follows from how they are picked, too. Of a form's reviews, or of one; gives the days on which that changed.
 */
export function refreshWeights(
  database: WritableDatabase,
  of: { scorecardId: number } | { reviewId: number },
): (number | null)[] {
  const [whose, id] =
    'reviewId' in of
      ? ['reviews.id = ?', of.reviewId]
      : [
          `reviews.scorecard_id = ? AND (selection IN ('requested', 'audit') OR ${IS_LOOKED_AT})`,
          of.scorecardId,
        ]
  return all<{ day: number | null }>(
    database,
    `UPDATE evaluations SET weight = drawn.weight, is_representative = drawn.is_representative FROM (
       SELECT reviews.id AS review_id, selection IN ('random', 'settle') AS is_representative, CASE WHEN chance > 0 AND (selection IN ('random', 'settle') OR (selection = 'risk' AND EXISTS (
           SELECT 1 FROM sampling_chances JOIN sampling_draws ON sampling_draws.id = draw_id
           WHERE sampling_chances.interaction_id = reviews.interaction_id AND sampling_draws.scorecard_id = reviews.scorecard_id AND kind IN ('random', 'settle'))))
         THEN 1.0 / chance END AS weight
       FROM reviews WHERE ${whose}) AS drawn
     WHERE evaluations.review_id = drawn.review_id AND is_calibration = 0
       AND (evaluations.weight IS NOT drawn.weight OR evaluations.is_representative <> drawn.is_representative) RETURNING contact_day AS day`,
    id,
  ).map(({ day }) => day)
}

/**
 * A review somebody asked for, an audit, or one picked for its risk that a draw picks too counts as drawn by it, however far it is: the draw would have
 * picked the conversation all the same, and without it the drawn ones would lack just those. How it stood is kept; what it audits it still audits.
 */
export function turnIntoDrawn(
  database: WritableDatabase,
  review: { id: number; selection: string; drawId: number; why: string },
): void {
  run(
    database,
    `UPDATE reviews SET before_draw = json_object('selection', selection, 'why', why, 'chance', chance, 'drawId', draw_id, 'isWaiting', state = 'waiting'),
       selection = ?1, draw_id = ?2, why = ?3
     WHERE id = ?4 AND (selection IN ('requested', 'audit') OR (selection = 'risk' AND ?1 <> 'risk'))`,
    review.selection,
    review.drawId,
    review.why,
    review.id,
  )
}

/** Whether a later draw of the form looked at what this one picked: it found these conversations in the queue, and did not put them there. */
export function isBuiltOn(database: ReadableDatabase, drawId: number): boolean {
  return (
    one(
      database,
      `SELECT 1 FROM sampling_draws AS earlier JOIN sampling_draws AS later ON later.scorecard_id = earlier.scorecard_id AND later.id > earlier.id
       JOIN reviews ON reviews.draw_id = earlier.id AND state = 'waiting'
       JOIN sampling_chances ON sampling_chances.draw_id = later.id AND sampling_chances.interaction_id = reviews.interaction_id
       WHERE earlier.id = ? LIMIT 1`,
      drawId,
    ) !== undefined
  )
}

/**
 * Takes the picks of a draw back that nobody has opened; where that was all of them, the draw too. What stood in the queue before it stays there as
 * it stood. Gives how many went, and the form.
 */
export function deleteUntouched(
  database: WritableDatabase,
  drawId: number,
): { removed: number; scorecardId: number | null } {
  const scorecardId = one<{ id: number }>(
    database,
    'SELECT scorecard_id AS id FROM sampling_draws WHERE id = ?',
    drawId,
  )?.id
  const restored = restoreAsBefore(database, drawId, "state = 'waiting'")
  const deleted = run(database, `DELETE FROM reviews WHERE draw_id = ? AND state = 'waiting'`, drawId).changes
  const removed = deleted + restored
  run(database, 'UPDATE sampling_draws SET picked = picked - ? WHERE id = ?', removed, drawId)
  const isOpened = one(
    database,
    `SELECT 1 FROM reviews WHERE draw_id = ? AND (before_draw IS NULL OR before_draw ->> 'isWaiting')`,
    drawId,
  )
  if (isOpened === undefined) {
    restoreAsBefore(database, drawId, 'true')
    run(database, 'DELETE FROM sampling_draws WHERE id = ?', drawId)
  }
  return { removed, scorecardId: scorecardId ?? null }
}

function restoreAsBefore(database: WritableDatabase, drawId: number, which: string): number {
  return run(
    database,
    `UPDATE reviews SET selection = before_draw ->> 'selection', why = before_draw ->> 'why', chance = before_draw ->> 'chance', draw_id = before_draw ->> 'drawId', before_draw = NULL
     WHERE draw_id = ? AND before_draw IS NOT NULL AND ${which}`,
    drawId,
  ).changes
}

/** How many open reviews each reviewer has. */
export function countOpen(database: ReadableDatabase): Map<string, number> {
  return new Map(
    all<{ reviewer: string; n: number }>(
      database,
      `SELECT reviewer, count(*) AS n FROM reviews WHERE state IN ('waiting', 'draft') AND reviewer IS NOT NULL GROUP BY reviewer`,
    ).map(({ reviewer, n }) => [reviewer, n]),
  )
}

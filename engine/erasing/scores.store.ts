import type { AffectedDays } from '../affected-days.ts'
import { factKinds } from '../fact-kinds.ts'
import { all, run, type WritableDatabase } from '../store/index.ts'

const CHOSEN = '(SELECT id FROM temp.gone_scores)'

/** Takes the chosen scores away: with their answers, the reviews they were made by, and what was disputed of them. Their days change. */
export function eraseScores(database: WritableDatabase, affected: AffectedDays): number {
  for (const { day } of all<{ day: number | null }>(
    database,
    `SELECT DISTINCT contact_day AS day FROM evaluations WHERE id IN ${CHOSEN}`,
  ))
    affected.changed('evaluations', day)
  run(database, `DELETE FROM disputes WHERE evaluation_id IN ${CHOSEN}`)
  run(
    database,
    `DELETE FROM fact_layers WHERE fact_kind = ${factKinds.evaluations.code} AND fact_id IN ${CHOSEN}`,
  )
  const count = run(database, `DELETE FROM evaluations WHERE id IN ${CHOSEN} AND review_id IS NULL`).changes
  // a review made here is the evaluation it gave
  const reviews = `SELECT review_id FROM evaluations WHERE id IN ${CHOSEN}`
  run(database, `UPDATE disputes SET review_id = NULL WHERE review_id IN (${reviews})`)
  const made = run(database, `DELETE FROM reviews WHERE id IN (${reviews})`).changes
  return count + made
}

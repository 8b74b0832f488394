import { run, type WritableDatabase } from '../../store/index.ts'
import { readCopiedFrom } from '../../workspace/index.ts'

/**
 * Takes out of a supervisor's copy of this workspace (`uid`), opened aside, what it began with: that is here, and what was done in the copy comes back.
 * A session that was only planned then and held there comes; nothing is taken out of any other workspace.
 */
export function leaveOutBeginning(aside: WritableDatabase, uid: string | undefined): void {
  const from = readCopiedFrom(aside)
  if (from === null || from.workspace !== uid) return
  run(aside, 'UPDATE imports SET undone_at = ifnull(undone_at, ?) WHERE id <= ?', from.at, from.imports)
  run(aside, 'DELETE FROM evaluations WHERE review_id IS NOT NULL AND id <= ?', from.evaluations)
  run(aside, 'DELETE FROM coached_marks WHERE id <= ?', from.marks)
  run(
    aside,
    'DELETE FROM coaching_sessions WHERE id <= ? AND (held_at IS NULL OR held_at <= ?)',
    from.sessions,
    from.at,
  )
}

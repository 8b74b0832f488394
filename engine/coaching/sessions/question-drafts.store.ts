import type { QuestionDraft } from '../../../shared/contract/question-templates.ts'
import { all, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** Every set of questions that is being written and not saved yet. */
export function readQuestionDrafts(database: ReadableDatabase): QuestionDraft[] {
  return all<QuestionDraft>(
    database,
    'SELECT template_id AS templateId, name, driver_id AS driverId, text FROM question_drafts ORDER BY template_id',
  )
}

/** Keeps a set as it is typed, or with null lets go of it. */
export function writeQuestionDraft(
  database: WritableDatabase,
  templateId: string,
  draft: Omit<QuestionDraft, 'templateId'> | null,
): void {
  if (draft === null) run(database, 'DELETE FROM question_drafts WHERE template_id = ?', templateId)
  else
    run(
      database,
      'INSERT OR REPLACE INTO question_drafts (template_id, name, driver_id, text) VALUES (?, ?, ?, ?)',
      templateId,
      draft.name,
      draft.driverId,
      draft.text,
    )
}

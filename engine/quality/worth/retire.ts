import { t } from '#speech'
import type { FormProblem } from '../../../shared/domain/scorecard/find-problems.ts'
import type { EngineContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { readQuestionsOf } from '../scorecards/answer-values.store.ts'
import { saveDraft, startDraft } from '../scorecards/editing.ts'
import { scorecardPage } from '../scorecards/views.ts'

/**
 * Opens a draft of a scorecard without one of its questions, or takes it out of the draft there is; says what is wrong with the form then, such as a
 * condition that asked for it. Nothing changes for reviewers until somebody publishes it. `NOT_FOUND` where the form does not ask it.
 */
export async function draftWithout(
  context: EngineContext,
  { scorecardId, questionId }: { scorecardId: number; questionId: number },
): Promise<{ scorecardId: number; problems: FormProblem[] }> {
  const question = readQuestionsOf(context.read, scorecardId).find(({ id }) => id === questionId)
  await startDraft(context, scorecardId)
  const { draft } = scorecardPage(context.read, scorecardId)
  const questions = draft?.definition.questions.filter(({ id }) => id !== question?.stableKey)
  if (!question || !draft || !questions || questions.length === draft.definition.questions.length)
    throw new Problem('NOT_FOUND', t`The draft of this scorecard does not ask that question any more.`)
  const { problems } = await saveDraft(context, {
    id: scorecardId,
    definition: { ...draft.definition, questions },
    revision: draft.revision,
  })
  return { scorecardId, problems }
}

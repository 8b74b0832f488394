import type { ScorecardQuestion } from '../../shared/domain/scorecard/definition.ts'
import { conversationToJudge, readReadTranscripts } from '../conversations/index.ts'
import { conversationHash, judgeQuestionOf, rowsOfQuestions, type JudgeItem } from '../quality/index.ts'
import type { PublishedForm } from '../quality/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { examplesBeside, examplesOf } from './examples-of.ts'

/** One question about one conversation of the workspace. */
export interface ModelItem extends JudgeItem {
  transcriptId: number
  conversationSha256: string
  asked: ScorecardQuestion
}

/** What a batch is about. Days are numbers, both included. */
export interface Batch {
  form: PublishedForm
  days: { from: number; to: number }
  questions: readonly ScorecardQuestion[]
}

/** The items of a batch, the newest conversations first: each is read when its turn has come, so that memory does not grow with them. */
export function batchItems(
  database: ReadableDatabase,
  { form, days, questions }: Batch,
): { conversations: number; total: number; items: Generator<ModelItem> } {
  const transcripts = readReadTranscripts(database, days)
  const rows = rowsOfQuestions(database, form.scorecardId)
  const puttable = questions.flatMap((asked) => {
    const question = judgeQuestionOf(asked)
    const examples = examplesOf(database, asked, rows.get(asked.id))
    return question === null ? [] : [{ asked, question, examples }]
  })
  function* items(): Generator<ModelItem> {
    for (const { transcriptId, interactionId } of transcripts) {
      const conversation = conversationToJudge(database, transcriptId)
      // it was taken away meanwhile
      if (conversation === undefined) continue
      const conversationSha256 = conversationHash(conversation.segments)
      for (const { asked, question, examples } of puttable)
        yield {
          transcriptId,
          conversationSha256,
          asked,
          question,
          conversation,
          examples: examplesBeside(examples, interactionId),
        }
    }
  }
  return {
    conversations: transcripts.length,
    total: transcripts.length * puttable.length,
    items: items(),
  }
}

import { setImmediate as breathe } from 'node:timers/promises'
import { t } from '#speech'
import { createAffectedDays } from '../affected-days.ts'
import { keepFigures } from '../coaching/index.ts'
import { writing, type EngineContext } from '../context.ts'
import { policyInForce } from '../governance/index.ts'
import { rebuildRollups } from '../metrics/index.ts'
import {
  decideTrust,
  drawStandingAudits,
  ensureAutomatedForm,
  conversationHash,
  deleteModelAnswersOfOtherWords,
  hasModelAnswers,
  starterScorecard,
  writeAutomatedEvaluation,
} from '../quality/index.ts'
import { conversationActivity, readSoundOfTranscript } from '../recordings/index.ts'
import { inTransaction, type ReadableDatabase } from '../store/index.ts'
import { answerByOwnRules, hasOutOfDateAnswers } from './answer-by-own-rules.ts'
import { scorerVersions } from './scorer-versions.ts'
import { conversationOf, READING_VERSION, readTranscript } from './read-transcript.ts'
import { countUnread, readSegments, readUnread, writeReading, type ReadingResult } from './reading.store.ts'

const PER_TRANSACTION = 50

const withoutMeasures: ReadingResult = { sentiment: [], measures: [], marks: [] }

/** What a reading of everything new came to. */
export interface AnalysisResult {
  read: number
}

/**
 * Reads every conversation that was not read yet, some at a time: each part stands on its own, so that a crash loses at most one part
 * and cancelling keeps what is done.
 */
export async function analyzeNew(
  context: EngineContext,
  following: { signal?: AbortSignal; onProgress?: (share0to1: number, step: string) => void } = {},
): Promise<AnalysisResult> {
  const total = countUnread(context.read, READING_VERSION, standsFor(context.read))
  // rules that were changed start in shadow before they answer anything
  if (total > 0 || hasOutOfDateAnswers(context.read))
    await writing(context, (database) =>
      inTransaction(database, () => decideTrust(database, scorerVersions(database), context.now())),
    )
  let read = 0
  while (read < total) {
    following.signal?.throwIfAborted()
    const done = await writing(context, (database) =>
      inTransaction(database, () => {
        const isScored = mayScore(database)
        const form = ensureAutomatedForm(database, starterScorecard())
        const transcripts = readUnread(database, READING_VERSION, standsFor(database), PER_TRANSACTION)
        const affected = createAffectedDays()
        for (const transcript of transcripts) {
          const segments = readSegments(database, transcript.id)
          const sound = readSoundOfTranscript(database, transcript.id)
          const { reading, answers } = readTranscript(
            transcript,
            segments,
            sound && conversationActivity(sound.activity, sound.agentChannel),
          )
          writeReading(
            database,
            transcript.id,
            isScored ? READING_VERSION : UNSCORED,
            transcript.isShadowed ? withoutMeasures : reading,
          )
          // a conversation without words has no answers, and one whose words another source has is scored there
          if (isScored && segments.length > 0 && !transcript.isShadowed)
            writeAutomatedEvaluation(database, form, { ...transcript, transcriptId: transcript.id }, answers)
          // what a model said of other words does not hold of these
          if (hasModelAnswers(database, transcript.id))
            deleteModelAnswersOfOtherWords(
              database,
              transcript.id,
              conversationHash(conversationOf(transcript, segments).segments),
            )
          affected.added('transcripts', transcript.contactDay)
          affected.added('evaluations', transcript.contactDay)
        }
        if (transcripts.length > 0) rebuildRollups(database, affected)
        const read = transcripts.flatMap(({ interactionId }) => interactionId ?? [])
        drawStandingAudits(database, read, context.now())
        return transcripts.length
      }),
    )
    if (done === 0) break
    read += done
    following.onProgress?.(read / total, t`Reading conversations: ${{ read }} of ${{ total }}`)
    await breathe()
  }
  const answered = await answerByOwnRules(context, {
    signal: following.signal,
    // what is read and what is answered are told one after the other, so that progress never falls
    onProgress: (share, step) => following.onProgress?.(total > 0 ? 1 : share, step),
  })
  // the measures are drivers, too
  if (read > 0 || answered > 0)
    await writing(context, (database) =>
      inTransaction(database, () => {
        keepFigures(database)
      }),
    )
  return { read }
}

/** A reading without scores: it stands while nothing may be scored, and is done anew once something may. */
const UNSCORED = -READING_VERSION

const mayScore = (database: ReadableDatabase) => policyInForce(database).document.automation.score !== 'off'

/** The other reading that stands. */
const standsFor = (database: ReadableDatabase) => (mayScore(database) ? READING_VERSION : UNSCORED)

/** Whether any conversation waits to be read, or to be read anew. */
export function hasUnread(database: ReadableDatabase): boolean {
  return countUnread(database, READING_VERSION, standsFor(database)) > 0 || hasOutOfDateAnswers(database)
}

import { t } from '#speech'
import { writing, type EngineContext } from '../context.ts'
import { redact } from '../language/index.ts'
import { Problem } from '../problem.ts'
import { giveSpeakersAnew } from '../recordings/index.ts'
import { inTransaction, type WritableDatabase } from '../store/index.ts'
import { analyzeNew } from './analyze.ts'
import {
  findTranscriptToCorrect,
  readCorrectedTogether,
  forgetReadingOf,
  readStandingCorrections,
  readTurn,
  readTurnsOfSpeaker,
  silenceTurn,
  unsilenceTurn,
  writeCorrection,
  writeField,
  writeUndone,
} from './corrections.store.ts'

/** What a person says a turn really is. */
export interface TurnCorrection {
  interactionId: number
  segment: number
  text?: string | undefined
  role?: 'agent' | 'customer' | 'unknown' | undefined
  forWholeSpeaker: boolean
}

/**
 * Corrects what a turn says (redacted like every text) or who says it, keeps what stood there, and reads the conversation anew.
 * `NOT_FOUND` for a turn that is none.
 */
export async function correctTurn(context: EngineContext, correction: TurnCorrection): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      const transcriptId = transcriptOf(database, correction.interactionId)
      const turn = readTurn(database, transcriptId, correction.segment)
      if (!turn) throw new Problem('NOT_FOUND', t`There is no such turn in this conversation.`)
      const at = context.now()
      const text = correction.text === undefined ? undefined : redact(correction.text).text
      if (text !== undefined && text !== correction.text)
        silenceTurn(database, transcriptId, correction.segment)
      if (text !== undefined && text !== turn.text)
        writeCorrection(
          database,
          { transcriptId, position: correction.segment },
          { field: 'text', before: turn.text, after: text, at },
        )
      const { role } = correction
      if (role !== undefined && role !== turn.role) {
        const positions = correction.forWholeSpeaker
          ? readTurnsOfSpeaker(database, transcriptId, turn.speaker, turn.role)
          : [correction.segment]
        for (const position of positions)
          writeCorrection(
            database,
            { transcriptId, position },
            { field: 'role', before: turn.role, after: role, at },
          )
      }
      forgetReadingOf(database, transcriptId)
    }),
  )
  await analyzeNew(context)
}

/** Takes every correction of a turn back, with what was said of its whole speaker then, and reads the conversation anew. `NOT_FOUND` where nothing was corrected. */
export async function undoCorrections(
  context: EngineContext,
  interactionId: number,
  segment: number,
): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      const transcriptId = transcriptOf(database, interactionId)
      const originals = readStandingCorrections(database, transcriptId)
      if (!originals.has(segment)) throw new Problem('NOT_FOUND', t`Nothing was corrected in that turn.`)
      for (const position of readCorrectedTogether(database, transcriptId, segment)) {
        const original = originals.get(position)!
        for (const field of ['text', 'role'] as const) {
          const before = original[field]
          // beside the turn itself only what was said of the whole speaker goes
          if (before !== null && (field === 'role' || position === segment)) {
            writeField(database, { transcriptId, position }, field, before)
            writeUndone(database, { transcriptId, position }, field, context.now())
            if (field === 'text') unsilenceTurn(database, transcriptId, position)
          }
        }
      }
      // the channels may have been swapped since the correction
      giveSpeakersAnew(database, transcriptId)
      forgetReadingOf(database, transcriptId)
    }),
  )
  await analyzeNew(context)
}

function transcriptOf(database: WritableDatabase, interactionId: number): number {
  const transcript = findTranscriptToCorrect(database, interactionId)
  if (!transcript) throw new Problem('NOT_FOUND', t`There is no conversation to correct for that contact.`)
  return transcript.id
}

import { t } from '#speech'
import type { RecordingOutcome } from '../../../shared/contract/recordings.ts'
import { writing, type EngineContext } from '../../context.ts'
import { tellExchange } from '../../governance/index.ts'
import { isTranscriptUsable, neededBasis } from '../../lawful-basis/index.ts'
import { Problem } from '../../problem.ts'
import { inTransaction, type WritableDatabase } from '../../store/index.ts'
import type { ActivitySpan } from '../activity/index.ts'
import { listenTo } from '../listening/listen-new.ts'
import type { VoiceDetector } from '../listening/voice-detector.ts'
import {
  areWordsDeleted,
  forgetReading,
  readRecording,
  readWordless,
  writeProblem,
  type StoredRecording,
} from '../recordings.store.ts'
import { readActivity } from '../sounds.store.ts'
import { TranscriptionProblem, type SentSound, type Transcription } from '../transcription/index.ts'
import { fileOfRecording, isSameSound } from '../whereabouts.ts'
import { redactTurns } from '../words/redacted-turns.ts'
import { countTurns, writeTranscriptionFacts, writeTurns } from '../words/words.store.ts'
import { timeLeft } from './time-left.ts'
import type { Transcriber } from './transcriber.ts'

/** Lets the caller follow and stop the work. */
export interface TranscribingOptions {
  /** Null: every recording whose conversation has no words yet. */
  recordingIds: readonly number[] | null
  signal: AbortSignal
  /** For recordings nobody has listened to; null: by loudness alone. */
  voices: VoiceDetector | null
  onProgress(share0to1: number, step: string): void
  /** What an earlier attempt came to: those recordings are not done again. */
  done: readonly RecordingOutcome[]
  /** Told after each recording, when everything of it is kept. */
  afterEach(outcomes: readonly RecordingOutcome[]): Promise<void>
}

/**
 * Transcribes recordings one after the other; each is kept as soon as it is done. One that fails says why and holds up none of the
 * others. Rejects with the signal's reason when aborted; what was done by then stands.
 */
export async function transcribeRecordings(
  context: EngineContext,
  transcriber: Transcriber,
  options: TranscribingOptions,
): Promise<RecordingOutcome[]> {
  const outcomes = [...options.done]
  const isDone = new Set(outcomes.map(({ recordingId }) => recordingId))
  const ids = (options.recordingIds ?? readWordless(context.read)).filter((id) => !isDone.has(id))
  const lengths = ids.map((id) => Math.max(1000, readRecording(context.read, id)?.durationMs ?? 60_000))
  const totalMs = lengths.reduce((sum, length) => sum + length, 0)
  let beforeMs = 0
  // what was there already, or could not be done, took no time worth counting
  let skippedMs = 0
  const from = performance.now()
  for (const [at, id] of ids.entries()) {
    options.signal.throwIfAborted()
    const recording = readRecording(context.read, id)
    const length = lengths[at]!
    // undone meanwhile
    if (!recording) {
      beforeMs += length
      skippedMs += length
      continue
    }
    const follow = (share: number) => {
      const heardMs = beforeMs + share * length
      const left = timeLeft(performance.now() - from, heardMs - skippedMs, totalMs - heardMs)
      const { name } = recording
      const [percent, number, all] = [Math.round(share * 100), at + 1, ids.length]
      options.onProgress(
        heardMs / totalMs,
        left === null
          ? t`${{ name }}: ${{ percent }}% (${{ number }} of ${{ all }})`
          : t`${{ name }}: ${{ percent }}% (${{ number }} of ${{ all }}, ${{ left }})`,
      )
    }
    follow(0)
    const outcome = await transcribeOne(context, transcriber, recording, options, follow)
    outcomes.push(outcome)
    beforeMs += length
    if (outcome.outcome !== 'done') skippedMs += length
    await options.afterEach(outcomes)
  }
  return outcomes
}

async function transcribeOne(
  context: EngineContext,
  transcriber: Transcriber,
  recording: StoredRecording,
  { signal, voices }: TranscribingOptions,
  onProgress: (share0to1: number) => void,
): Promise<RecordingOutcome> {
  const outcome = (
    how: RecordingOutcome['outcome'],
    more: Partial<RecordingOutcome> = {},
  ): RecordingOutcome => ({
    recordingId: recording.id,
    name: recording.name,
    outcome: how,
    error: null,
    segments: countTurns(context.read, recording.transcriptId),
    discarded: { silent: 0, improbable: 0, repeated: 0 },
    ...more,
  })
  const key = transcriber.keyOf(recording.sha256)
  if (recording.transcriptionKey === key) return outcome('unchanged')
  if (!isTranscriptUsable(context.read, recording.transcriptId, neededBasis(context.read)))
    return outcome('failed', {
      error: t`Its lawful basis does not allow it to be transcribed; see the page of the conversation.`,
    })
  if (areWordsDeleted(context.read, recording.transcriptId))
    return outcome('failed', {
      error: t`What was said in it was deleted, and is not transcribed again; Settings, Privacy says when.`,
    })
  const file = fileOfRecording(context.workspaceDir, recording)
  if (!(await isSameSound(context.workspaceDir, recording)))
    return outcome('failed', { error: t`Its file is not at ${{ file }} any more.` })
  try {
    if (!readActivity(context.read, recording.id)) await listenTo(context, recording.id, { signal, voices })
    const activity = readActivity(context.read, recording.id)
    if (!activity)
      return outcome('failed', {
        error: readRecording(context.read, recording.id)?.problem ?? t`It could not be heard.`,
      })
    const words = await transcriber.transcribe(
      { path: file, sha256: recording.sha256, channels: activity.map(speechOf) },
      { signal, onProgress },
    )
    await keepWords(context, recording.id, transcriber, key, words)
    return outcome('done', {
      segments: words.segments.length,
      discarded: words.discarded,
    })
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof TranscriptionProblem) && !(error instanceof Problem)) throw error
    if (error instanceof TranscriptionProblem && error.sent) {
      const { sent } = error
      await writing(context, (database) =>
        tellSent(database, recording.id, transcriber, { sent, outcome: 'failed', at: context.now() }),
      )
    }
    // a workspace that cannot be written to, or a model that is none, fails all of them alike
    if (error instanceof Problem) throw error
    if (error.isForAll) throw new Problem('INVALID_INPUT', error.message, { cause: error })
    await writing(context, (database) => writeProblem(database, recording.id, error.message))
    return outcome('failed', { error: error.message })
  }
}

function speechOf(spans: readonly ActivitySpan[]) {
  return spans.filter(({ kind }) => kind === 'speech').map(({ startMs, endMs }) => ({ startMs, endMs }))
}

/** Speech that left this computer stands in the audit log, whatever came of it. */
function tellSent(
  database: WritableDatabase,
  recordingId: number,
  { server }: Transcriber,
  { sent, outcome, at }: { sent: SentSound; outcome: 'done' | 'failed'; at: number },
): void {
  if (!server) return
  const details = { ...server, ...sent }
  tellExchange(
    database,
    { act: 'transcription-server.request', record: `recording ${recordingId}`, outcome, details },
    at,
  )
}

async function keepWords(
  context: EngineContext,
  recordingId: number,
  transcriber: Transcriber,
  key: string,
  words: Transcription,
): Promise<void> {
  const { turns, silenced } = redactTurns(words.segments, words.leftOut)
  await writing(context, (database) =>
    inTransaction(database, () => {
      if (words.sent)
        tellSent(database, recordingId, transcriber, {
          sent: words.sent,
          outcome: 'done',
          at: context.now(),
        })
      // who is the agent may have been told meanwhile
      const recording = readRecording(database, recordingId)
      if (!recording || areWordsDeleted(database, recording.transcriptId)) return
      writeTurns(database, recording.transcriptId, turns, silenced, recording.agentChannel)
      const at = context.now()
      writeTranscriptionFacts(database, recordingId, {
        key,
        languageCode: words.languageCode,
        at,
        transcription: JSON.stringify({
          model: transcriber.label,
          languageCode: words.languageCode,
          at,
          discarded: words.discarded,
        }),
      })
      forgetReading(database, recording.transcriptId)
    }),
  )
}

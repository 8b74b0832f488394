import { t } from '#speech'
import type { RecordingPreferences, TranscriptionServer } from '../../../shared/contract/recordings.ts'
import type { EngineContext } from '../../context.ts'
import { mustMayGoTo } from '../../governance/index.ts'
import { TranscriptionProblem, type ServerOrder, type TranscriptionProcess } from '../transcription/index.ts'
import { METHOD_VERSION, transcriptionKey } from './method.ts'
import { serverAddress, serverKeyName } from './server-address.ts'
import type { Transcriber } from './transcriber.ts'

/** Half a minute in all: as long as a server may take to start again. */
const RETRIES = 5
/** A processor without a graphics card takes minutes for half a minute of sound with the largest models. */
const SLOWEST_ANSWER_MS = 240_000

/** A transcriber that sends speech to a server, from a process of its own, so that the engine stays free. `INVALID_INPUT` for no address. */
export function serverTranscriber(
  context: EngineContext,
  server: TranscriptionServer,
  preferences: Pick<RecordingPreferences, 'languageCode' | 'vocabulary'>,
  prompt: string | null,
  process: TranscriptionProcess,
): Transcriber {
  const address = serverAddress(server.address)
  mustMayGoTo(context.read, 'transcribe', new URL(address).host)
  // the same model on another server may be another version of it; agents come and go without making words worth making anew
  const settings = [
    METHOD_VERSION,
    'server',
    address,
    server.model,
    preferences.languageCode,
    preferences.vocabulary,
  ]
  const order: ServerOrder = {
    ...server,
    address,
    key: context.secrets.get(serverKeyName(address)),
    languageCode: preferences.languageCode,
    prompt,
    retries: RETRIES,
    slowestAnswerMs: SLOWEST_ANSWER_MS,
    settingsKey: transcriptionKey(settings),
  }
  return {
    label: `${server.model} at ${new URL(address).host}`,
    server: { host: new URL(address).host, model: server.model },
    keyOf: (sha256) => transcriptionKey([sha256, ...settings]),
    async transcribe(audio, following) {
      // asked anew for each recording: the policy may change in between
      mustMayGoTo(context.read, 'transcribe', new URL(address).host)
      return process.ask(
        {
          path: audio.path,
          speech: audio.channels,
          recogniser: { kind: 'server', server: order, soundKey: audio.sha256 },
        },
        following,
      )
    },
    close: async () => process.close(),
  }
}

const TRIAL_MS = 1000
const LONGEST_TRIAL_MS = 30_000

/** Sends a second of silence: whether it answers as a server that transcribes, and a sentence for whoever set it up. */
export async function tryServer(
  context: EngineContext,
  server: TranscriptionServer,
): Promise<{ isGood: boolean; sentence: string }> {
  const address = serverAddress(server.address)
  const { host } = new URL(address)
  mustMayGoTo(context.read, 'transcribe', host)
  const key = context.secrets.get(serverKeyName(address))
  const order = {
    ...server,
    address,
    key,
    retries: 0,
    slowestAnswerMs: SLOWEST_ANSWER_MS,
    languageCode: null,
    prompt: null,
    settingsKey: 'trial',
  }
  const silence = { channel: 0, startMs: 0, endMs: TRIAL_MS, pcm: new Int16Array(TRIAL_MS * 16) }
  // its client takes a sixth of a second and 36 MB to load, which only those pay who have a server
  const { transcriptionServer } = await import('../transcription/server/transcription-server.ts')
  const from = performance.now()
  const tooLong = AbortSignal.timeout(LONGEST_TRIAL_MS)
  try {
    await transcriptionServer(order).hear(silence, 'trial', tooLong)
    const took = ((performance.now() - from) / 1000).toFixed(1)
    return { isGood: true, sentence: t`${{ host }} answers as it should, in ${{ took }} s.` }
  } catch (error) {
    if (tooLong.aborted)
      return {
        isGood: false,
        sentence: t`${{ host }} has not answered for ${{ seconds: LONGEST_TRIAL_MS / 1000 }} s; it may be loading its model: try again.`,
      }
    if (error instanceof TranscriptionProblem) return { isGood: false, sentence: error.message }
    throw error
  }
}

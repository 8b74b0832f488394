import { createHash } from 'node:crypto'
import path from 'node:path'
import type { EngineContext } from '../../context.ts'
import { sha256OfFile } from '../../file-hash.ts'
import { Problem } from '../../problem.ts'
import { checkModelFile } from '../models/index.ts'
import { readRecordingPreferences } from '../preferences.ts'
import {
  initialPrompt,
  readScript,
  recogniserThreads,
  TranscriptionProblem,
  transcriptionProcess,
  type ChildStarter,
  type Recogniser,
  type Script,
  type TranscriptionProcess,
} from '../transcription/index.ts'
import { readAgentNames } from './agent-names.store.ts'
import type { Transcriber } from './transcriber.ts'

/** Throws `INVALID_INPUT` for a file that is neither a speech model nor a script in the place of one. */
export async function checkSpeechModel(file: string): Promise<void> {
  if (!(await readScript(file))) await checkModelFile(file)
}

/** Raised when windows, filters or the way words become turns change: words are then made anew where somebody asks. */
const METHOD_VERSION = 1

/**
 * The transcriber the workspace uses, or one with the given model. `INVALID_INPUT` where no model was chosen or the file is no model.
 */
export async function openTranscriber(
  context: EngineContext,
  modelPath: string | null,
  start: ChildStarter,
): Promise<Transcriber> {
  const preferences = readRecordingPreferences(context.read)
  const file = modelPath ?? preferences.modelPath
  if (file === null)
    throw new Problem(
      'INVALID_INPUT',
      'No speech model was chosen yet: download one or choose a file under Data, Recordings ("debrief models" in the terminal).',
    )
  const script = await readScript(file)
  const process = transcriptionProcess(start)
  if (script) return scriptedTranscriber(script, process)
  await checkModelFile(file)
  const prompt = initialPrompt([...preferences.vocabulary, ...readAgentNames(context.read)])
  const order: Recogniser = {
    kind: 'whisper',
    modelPath: file,
    languageCode: preferences.languageCode,
    prompt,
    threads: recogniserThreads(),
  }
  // threads change the time it takes, never the words; agents come and go without making words worth making anew
  const settings = [
    METHOD_VERSION,
    await sha256OfFile(file),
    preferences.languageCode,
    preferences.vocabulary,
  ]
  return {
    label: path.basename(file, path.extname(file)),
    keyOf: (sha256) => keyOf([sha256, ...settings]),
    transcribe: (audio, following) =>
      process.ask({ path: audio.path, speech: audio.channels, recogniser: order }, following),
    close: async () => process.close(),
  }
}

function scriptedTranscriber(script: Script, process: TranscriptionProcess): Transcriber {
  return {
    label: script.label,
    keyOf: (sha256) => keyOf([METHOD_VERSION, sha256, script.recordings[sha256] ?? null]),
    async transcribe(audio, following) {
      const known = script.recordings[audio.sha256]
      if (!known) throw new TranscriptionProblem('The script says nothing about this recording.', false)
      return process.ask(
        {
          path: audio.path,
          speech: audio.channels,
          recogniser: {
            kind: 'scripted',
            script: known,
            msPerSecondOfSpeech: script.msPerSecondOfSpeech,
          },
        },
        following,
      )
    },
    close: async () => process.close(),
  }
}

function keyOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

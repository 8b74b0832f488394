import path from 'node:path'
import { t } from '#speech'
import type { TranscriptionServer } from '../../../shared/contract/recordings.ts'
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
import { METHOD_VERSION, transcriptionKey } from './method.ts'
import { serverTranscriber } from './server-transcriber.ts'
import type { Transcriber } from './transcriber.ts'

/** Throws `INVALID_INPUT` for a file that is neither a speech model nor a script in the place of one. */
export async function checkSpeechModel(file: string): Promise<void> {
  if (!(await readScript(file))) await checkModelFile(file)
}

/** A model's file or a server to use this once, whatever the workspace uses. */
export interface ChosenRecogniser {
  modelPath?: string | undefined
  server?: TranscriptionServer | undefined
}

/**
 * The transcriber the workspace uses, or the one chosen. `INVALID_INPUT` where there is none, the file is no model, or the address none of
 * a server.
 */
export async function openTranscriber(
  context: EngineContext,
  chosen: ChosenRecogniser,
  start: ChildStarter,
): Promise<Transcriber> {
  const preferences = readRecordingPreferences(context.read)
  const server =
    chosen.server ?? (chosen.modelPath === undefined && preferences.server?.isOn ? preferences.server : null)
  const prompt = initialPrompt([...preferences.vocabulary, ...readAgentNames(context.read)])
  if (server) return serverTranscriber(context, server, preferences, prompt, transcriptionProcess(start))
  const file = chosen.modelPath ?? preferences.modelPath
  if (file === null)
    throw new Problem(
      'INVALID_INPUT',
      t`No speech model was chosen yet: download one, choose a file or name a transcription server under Data, Recordings ("debrief models" in the terminal).`,
    )
  const script = await readScript(file)
  const process = transcriptionProcess(start)
  if (script) return scriptedTranscriber(script, process)
  await checkModelFile(file)
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
    keyOf: (sha256) => transcriptionKey([sha256, ...settings]),
    transcribe: (audio, following) =>
      process.ask({ path: audio.path, speech: audio.channels, recogniser: order }, following),
    close: async () => process.close(),
  }
}

function scriptedTranscriber(script: Script, process: TranscriptionProcess): Transcriber {
  return {
    label: script.label,
    keyOf: (sha256) => transcriptionKey([METHOD_VERSION, sha256, script.recordings[sha256] ?? null]),
    async transcribe(audio, following) {
      const known = script.recordings[audio.sha256]
      if (!known) throw new TranscriptionProblem(t`The script says nothing about this recording.`, false)
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

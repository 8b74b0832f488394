import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EngineContext } from './context.ts'
import { analyzeNew } from './conversations/index.ts'
import { importFiles } from './imports/index.ts'
import { listenNew, openTranscriber, transcribeRecordings, type ChildStarter } from './recordings/index.ts'

/**
 * Brings the calls one can hear into the sample as anybody's recordings come in: imported with the files beside them, listened to, and
 * transcribed, by the script that comes with them in place of a speech model.
 */
export async function bringSampleCalls(
  context: EngineContext,
  startTranscriber: ChildStarter,
  signal: AbortSignal,
): Promise<void> {
  const { sampleCallsFolder, sampleScript } = await import('./sample/index.ts')
  const calls = sampleCallsFolder()
  if (calls === null) return
  const names = (await readdir(calls)).filter((name) => /^(?!.*\.script\.json$).*\.(opus|json)$/.test(name))
  await importFiles(
    context,
    // copied: the sample stays whole wherever Debrief moves
    names.map((name) => ({ path: path.join(calls, name), name, keptPath: null })),
    { signal },
  )
  // by loudness: the sample is the same everywhere
  await listenNew(context, { signal, voices: null })
  const folder = await mkdtemp(path.join(tmpdir(), 'debrief-sample-script-'))
  try {
    const script = path.join(folder, 'script.json')
    await writeFile(script, JSON.stringify(await sampleScript(calls)))
    const transcriber = await openTranscriber(context, { modelPath: script }, startTranscriber)
    try {
      await transcribeRecordings(context, transcriber, {
        recordingIds: null,
        signal,
        voices: null,
        onProgress() {},
        done: [],
        async afterEach() {},
      })
    } finally {
      await transcriber.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  await analyzeNew(context, { signal })
}

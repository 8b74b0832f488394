import { t } from '#speech'
import type { RecordingOutcome, RecordingPreferences } from '../../shared/contract/recordings.ts'
import { writable, writing } from '../context.ts'
import { analyzeNew } from '../conversations/index.ts'
import { sha256OfFile } from '../file-hash.ts'
import { mayGoTo, mustMayGoTo, mustTranscribe, policyInForce, withDestination } from '../governance/index.ts'
import { collectFiles } from '../imports/index.ts'
import { readDirectory } from '../people/index.ts'
import { Problem } from '../problem.ts'
import {
  checkSpeechModel,
  findRecordingByHash,
  openVoiceDetector,
  previewNames,
  readRecordingPreferences,
  recordingList,
  recordingPeaks,
  recordingView,
  relocate,
  serverAddress,
  serverKeyName,
  soundsOfContacts,
  speechModels,
  tellAgentChannel,
  tryServer,
  writeRecordingPreferences,
} from '../recordings/index.ts'
import type { EngineServices } from '../services.ts'
import { readPreferences } from '../workspace/index.ts'
import { api } from './base.ts'
import { adoptNext } from './policy.ts'
import { mustMay } from './whoever-calls.ts'

function tellChange(context: EngineServices): void {
  context.events.emit({
    type: 'data.changed',
    topics: ['recordings', 'conversations', 'search', 'coaching', 'metrics'],
    job: null,
  })
}

/** The recordings whose audio the given files, and those in the given folders, hold. */
async function recordingsAt(context: EngineServices, paths: readonly string[]): Promise<number[]> {
  const ids: number[] = []
  for (const path of await collectFiles(paths)) {
    const found = findRecordingByHash(context.read, await sha256OfFile(path))
    if (found) ids.push(found.id)
  }
  return [...new Set(ids)]
}

/** A page in a browser names no paths. */
function assertTakesPaths(context: EngineServices): void {
  if (!context.takesPaths)
    throw new Problem('UNSUPPORTED', t`In the browser files are dropped or chosen, not named by their path.`)
}

export const recordingsApi = api.recordings.router({
  list: api.recordings.list.handler(({ context }) => recordingList(context, readDirectory(context.read))),
  ofContacts: api.recordings.ofContacts.handler(({ context, input }) =>
    soundsOfContacts(context, input.interactionIds),
  ),
  peaks: api.recordings.peaks.handler(({ context, input }) => recordingPeaks(context, input.recordingId)),
  setAgentChannel: api.recordings.setAgentChannel.handler(async ({ context, input }) => {
    const voices = input.channel === null ? await openVoiceDetector(context, context.startTranscriber) : null
    try {
      await tellAgentChannel(context, input.recordingId, input.channel, voices)
    } finally {
      voices?.close()
    }
    await analyzeNew(context)
    tellChange(context)
    return recordingView(context, readDirectory(context.read), input.recordingId)
  }),
  relocate: api.recordings.relocate.handler(async ({ context, input }) => {
    assertTakesPaths(context)
    await relocate(context, input.recordingId, input.path)
    await context.jobs.start('listen', t`Listening to a recording`, {})
    tellChange(context)
    return recordingView(context, readDirectory(context.read), input.recordingId)
  }),
  transcribe: api.recordings.transcribe.handler(async ({ context, input }) => {
    writable(context)
    mustTranscribe(context.read, true)
    if (input.server)
      mustMayGoTo(context.read, 'transcribe', new URL(serverAddress(input.server.address)).host)
    if (input.modelPath !== undefined || input.paths !== undefined) assertTakesPaths(context)
    const recordingIds = input.recordingIds ?? (input.paths && (await recordingsAt(context, input.paths)))
    const n = recordingIds?.length
    const label =
      n === undefined
        ? t`Transcribing recordings`
        : n === 1
          ? t`Transcribing a recording`
          : t`Transcribing ${{ recordings: n }} recordings`
    return {
      jobId: await context.jobs.start('transcribe', label, {
        recordingIds,
        modelPath: input.modelPath,
        server: input.server,
      }),
    }
  }),
  outcomes: api.recordings.outcomes.handler(
    ({ context, input }) => (context.jobs.result(input.jobId) ?? []) as RecordingOutcome[],
  ),
  watching: api.recordings.watching.handler(({ context }) => context.watching.state()),
  pauseWatching: api.recordings.pauseWatching.handler(({ context, input }) => {
    context.watching.pause(input.isPaused)
    context.events.emit({ type: 'data.changed', topics: ['recordings'], job: null })
    return context.watching.state()
  }),
  preferences: api.recordings.preferences.handler(({ context }) => readRecordingPreferences(context.read)),
  setPreferences: api.recordings.setPreferences.handler(async ({ context, input }) => {
    const isOwnModel = async (path: string) => (await speechModels(null)).some((model) => model.path === path)
    const { modelPath, watchedFolder } = input
    if (
      typeof watchedFolder === 'string' ||
      (typeof modelPath === 'string' && !(await isOwnModel(modelPath)))
    )
      assertTakesPaths(context)
    if (typeof modelPath === 'string') await checkSpeechModel(modelPath)
    await allowServer(context, input)
    return writing(context, (database) => {
      const { server } = input.server === undefined ? readRecordingPreferences(database) : input
      if (!server) return writeRecordingPreferences(database, input)
      // of model and server the one chosen last is used
      const isOn = server.isOn && (typeof modelPath !== 'string' || input.server !== undefined)
      const address = serverAddress(server.address)
      return writeRecordingPreferences(database, { ...input, server: { ...server, address, isOn } })
    })
  }),
  tryServer: api.recordings.tryServer.handler(({ context, input }) => tryServer(context, input)),
  serverKey: api.recordings.serverKey.handler(({ context, input }) => keyOfServer(context, input.address)),
  setServerKey: api.recordings.setServerKey.handler(async ({ context, input }) => {
    await context.secrets.set(serverKeyName(serverAddress(input.address)), input.key)
    return keyOfServer(context, input.address)
  }),
  previewNames: api.recordings.previewNames.handler(({ context, input }) =>
    previewNames(input.names, input.pattern, readPreferences(context.read).timeZone),
  ),
  models: api.recordings.models.handler(({ context }) => {
    const { modelPath, server } = readRecordingPreferences(context.read)
    return speechModels(server?.isOn ? null : modelPath)
  }),
  downloadModel: api.recordings.downloadModel.handler(async ({ context, input }) => ({
    jobId: await context.jobs.start('model', t`Downloading the model ${{ name: input.name }}`, input),
  })),
})

/**
 * Whoever switches a server on lets speech go there, which takes what sending takes; whoever switches it off, or names another, has done with the
 * one before. A policy that IT keeps stays as it is.
 */
async function allowServer(
  context: EngineServices,
  { server }: Partial<RecordingPreferences>,
): Promise<void> {
  if (server === undefined) return
  const before = readRecordingPreferences(context.read).server
  const hostBefore = before?.isOn ? new URL(before.address).host : null
  const host = server?.isOn ? new URL(serverAddress(server.address)).host : null
  const { document } = policyInForce(context.read)
  const isTakenBack =
    hostBefore !== null &&
    hostBefore !== host &&
    context.lockedPolicy === null &&
    document.destinations.some((one) => one.purpose === 'transcribe' && one.host === hostBefore)
  const isNew = host !== null && !mayGoTo(document, 'transcribe', host)
  if (isNew) mustMay(context, 'send')
  if (!isNew && !isTakenBack) return
  const next = isTakenBack
    ? withDestination(document, { purpose: 'transcribe', host: hostBefore, isAllowed: false })
    : document
  await adoptNext(context, () =>
    host === null || mayGoTo(next, 'transcribe', host)
      ? next
      : withDestination(next, { purpose: 'transcribe', host, isAllowed: true }),
  )
}

function keyOfServer({ secrets }: EngineServices, address: string) {
  return { isThere: secrets.get(serverKeyName(serverAddress(address))) !== null, keptIn: secrets.keptIn }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { t } from '#speech'
import { fileToImport, importReport } from '../shared/contract/imports.ts'
import type { Job } from '../shared/contract/jobs.ts'
import { makeBackup } from './backups/index.ts'
import { bringSampleCalls } from './bring-sample-calls.ts'
import { writing, type EngineContext } from './context.ts'
import { analyzeNew, hasUnread } from './conversations/index.ts'
import { adopt, mustTranscribe, policyInForce, tellExchange } from './governance/index.ts'
import { expandOrders, importFiles, type Uploads } from './imports/index.ts'
import { computeShares } from './patterns/index.ts'
import { giveBackKeys, mergeWorkspaces, undoMerge } from './merging/index.ts'
import { accessPayload, runAccess } from './access-job.ts'
import { exportPayload, runExport } from './export-job.ts'
import { copyPayload, runSupervisorCopy } from './supervisor-copy-job.ts'
import { removeUnfinished, removeUnfinishedPlace } from './exports/index.ts'
import { batchPayload, runBatch } from './judging/index.ts'
import { mergeOrder, mergeReport } from '../shared/contract/merging.ts'
import { recordingOutcome, transcriptionServer } from '../shared/contract/recordings.ts'
import { starterPolicies } from '../shared/domain/policy.ts'
import { hasRecogniser } from '../shared/domain/recogniser.ts'
import {
  catalogueModels,
  downloadSpeechModel,
  listenNew,
  openTranscriber,
  openVoiceDetector,
  readRecordingPreferences,
  type ChildStarter,
  transcribeRecordings,
  writeRecordingPreferences,
} from './recordings/index.ts'
import { clean, expire, isCleaningLeft, isExpiring } from './privacy/index.ts'
import type { EndedJob, JobHandle, JobWork } from './jobs/index.ts'
import { writeSetting } from './store/index.ts'
import { tellEverything } from './tell-everything.ts'
import { writePreferences } from './workspace/index.ts'

const importPayload = z.object({ files: z.array(fileToImport) })
const transcribePayload = z.object({
  recordingIds: z.array(z.number().int()).optional(),
  modelPath: z.string().optional(),
  server: transcriptionServer.optional(),
  /** Nobody asked for it. */
  isByItself: z.boolean().default(false),
})
const sharesPayload = z.object({ days: z.number().int() })
const mergePayload = z.union([
  /** `keysToken`: of the keys that were given for encrypted ones, which this process has until the job ends. */
  z.object({ orders: z.array(mergeOrder), keysToken: z.string().optional() }),
  z.object({ undo: z.number().int() }),
])
const backupPayload = z.object({ why: z.enum(['automatic', 'by-hand']) })
const modelPayload = z.object({ name: z.string() })

/**
 * What is left to do when a job has ended, however it did: files that came for an import go, and what a cancelled or failed one had taken
 * before is heard and read as after any other.
 */
export function afterJob(
  context: EngineContext,
  uploads: Uploads,
  readsByItself: boolean,
  startJob: (kind: Job['kind'], label: string, payload: unknown) => Promise<number>,
): (job: EndedJob) => Promise<void> {
  return async ({ kind, state, payload, result }) => {
    if (kind === 'export' && state !== 'done') removeHalf(payload)
    if (kind === 'access' && state !== 'done') removeHalfPackage(payload)
    if (kind === 'supervisor-copy' && state !== 'done') removeHalfCopy(payload)
    if (kind === 'merge') await discardMerged(uploads, payload)
    if (kind !== 'import') return
    for (const { reference } of importPayload.parse(payload).files)
      if ('uploadId' in reference) await uploads.discard(reference.uploadId)
    const taken = z
      .array(importReport)
      .catch([])
      .parse(result)
      .filter(({ error }) => error === null)
    if (state === 'done' || taken.length === 0) return
    tellEverything(context)
    if (!readsByItself) return
    if (taken.some((report) => report.kind === 'recordings'))
      await startJob('listen', t`Listening to recordings`, {})
    else if (taken.some((report) => report.kind === 'transcripts'))
      await startJob('analyze', t`Reading conversations`, {})
  }
}

/** What a process left that ended in the midst of an export. */
function removeHalf(payload: unknown): void {
  const { directory, format } = exportPayload.parse(payload)
  removeUnfinished(directory, format)
}

function removeHalfPackage(payload: unknown): void {
  const { directory, token } = accessPayload.parse(payload)
  removeUnfinishedPlace(directory, token)
}

function removeHalfCopy(payload: unknown): void {
  const { directory, token } = copyPayload.parse(payload)
  removeUnfinishedPlace(directory, token)
}

async function discardMerged(uploads: Uploads, payload: unknown): Promise<void> {
  const work = mergePayload.parse(payload)
  if ('undo' in work) return
  if (work.keysToken !== undefined) giveBackKeys(work.keysToken)
  for (const { reference } of work.orders)
    if ('uploadId' in reference) await uploads.discard(reference.uploadId)
}

/** How each kind of job is done. `readsByItself`: conversations are read as soon as they are imported. */
export function jobWorks(
  context: EngineContext,
  uploads: Uploads,
  readsByItself: boolean,
  startTranscriber: ChildStarter,
  /** Starts further work once this is done. */
  startJob: (kind: Job['kind'], label: string, payload: unknown) => Promise<number>,
): Record<Job['kind'], JobWork> {
  const tellChange = () => tellEverything(context)
  /** Listens to what is new, by the best means there are; gives how many were heard. */
  const listenWell = async (handle: JobHandle, share: number): Promise<number> => {
    const voices = await openVoiceDetector(context, startTranscriber)
    try {
      return await listenNew(context, {
        signal: handle.signal,
        voices,
        onProgress: (done, step) => handle.progress(done * share, step),
      })
    } finally {
      voices?.close()
    }
  }
  return {
    async import(payload, handle, kept) {
      const { files } = importPayload.parse(payload)
      const orders = await expandOrders(uploads, files)
      const reports = await importFiles(context, orders, {
        signal: handle.signal,
        onProgress: (share, step) => handle.progress(readsByItself ? share * 0.9 : share, step),
        done: z.array(importReport).catch([]).parse(kept),
        keep: (done, database) => handle.keep(done, database),
      })
      // a log may say of conversations that were here before that they may be read
      const hasNew = reports.some((report) => report.kind === 'transcripts' && report.error === null)
      if (readsByItself && (hasNew || hasUnread(context.read)))
        await analyzeNew(context, {
          signal: handle.signal,
          onProgress: (share, step) => handle.progress(0.9 + share * 0.1, step),
        })
      tellChange()
      if (isExpiring(context)) await startJob('expire', t`Deleting what is older than it may be kept`, {})
      if (readsByItself && reports.some((report) => report.kind === 'recordings' && report.error === null))
        await startJob('listen', t`Listening to recordings`, {})
      return reports
    },
    shares(payload, handle) {
      return computeShares(context, sharesPayload.parse(payload).days, {
        signal: handle.signal,
        onProgress: (share, step) => handle.progress(share, step),
      })
    },
    'supervisor-copy': (payload, handle, kept) =>
      runSupervisorCopy(context, copyPayload.parse(payload), handle, kept),
    export: (payload, handle) => runExport(context, exportPayload.parse(payload), handle),
    access: (payload, handle) => runAccess(context, accessPayload.parse(payload), handle),
    async analyze(_payload, handle) {
      const heard = await listenWell(handle, 0.5)
      const result = await analyzeNew(context, {
        signal: handle.signal,
        onProgress: (share, step) => handle.progress(heard > 0 ? 0.5 + share * 0.5 : share, step),
      })
      tellChange()
      return result
    },
    async listen(_payload, handle) {
      const heard = await listenWell(handle, 0.9)
      await analyzeNew(context, {
        signal: handle.signal,
        onProgress: (share, step) => handle.progress(0.9 + share * 0.1, step),
      })
      tellChange()
      const preferences = readRecordingPreferences(context.read)
      const { transcribe } = policyInForce(context.read).document.automation
      if (transcribe === 'on' && preferences.transcribesByItself && hasRecogniser(preferences))
        await startJob('transcribe', t`Transcribing recordings`, { isByItself: true })
      return { heard }
    },
    async transcribe(payload, handle, kept) {
      const { recordingIds, modelPath, server, isByItself } = transcribePayload.parse(payload)
      // it may have waited, and the policy may be another by now
      mustTranscribe(context.read, !isByItself)
      const transcriber = await openTranscriber(context, { modelPath, server }, startTranscriber)
      const voices = await openVoiceDetector(context, startTranscriber)
      try {
        return await transcribeRecordings(context, transcriber, {
          recordingIds: recordingIds ?? null,
          signal: handle.signal,
          voices,
          onProgress: (share, step) => handle.progress(share, step),
          done: z.array(recordingOutcome).catch([]).parse(kept),
          async afterEach(outcomes) {
            await handle.keep(outcomes)
            mustTranscribe(context.read, !isByItself)
            await analyzeNew(context, { signal: handle.signal })
            tellChange()
          },
        })
      } finally {
        voices?.close()
        await transcriber.close()
      }
    },
    async model(payload, handle) {
      const { name } = modelPayload.parse(payload)
      const come = await downloadSpeechModel(name, {
        signal: handle.signal,
        onProgress: (share, step) => handle.progress(share, step),
      })
      const isSpeech = catalogueModels.some((model) => model.name === name && model.kind === 'speech')
      // the first model is the one to use
      await writing(context, (database) => {
        const { path: modelPath, host, sha1 } = come
        if (come.isNew)
          tellExchange(
            database,
            { act: 'model.download', record: '', outcome: 'done', details: { host, model: name, sha1 } },
            context.now(),
          )
        if (isSpeech && readRecordingPreferences(database).modelPath === null)
          writeRecordingPreferences(database, { modelPath })
      })
      tellChange()
      return { path: come.path }
    },
    async merge(payload, handle, kept) {
      const work = mergePayload.parse(payload)
      const following = {
        signal: handle.signal,
        onProgress: (share: number, step: string) => handle.progress(share, step),
      }
      const reports =
        'undo' in work
          ? await undoMerge(context, work.undo, following).then(() => [])
          : await mergeWorkspaces(context, uploads, work.orders, {
              ...following,
              done: z.array(mergeReport).catch([]).parse(kept),
              keep: (done, database) => handle.keep(done, database),
            })
      tellChange()
      if (readsByItself) await startJob('analyze', t`Reading conversations`, {})
      return reports
    },
    async backup(payload, handle) {
      const { id } = await makeBackup(context, backupPayload.parse(payload).why, {
        signal: handle.signal,
        onProgress: (share, step) => handle.progress(share, step),
      })
      return { id }
    },
    async expire(_payload, handle) {
      const { deletionId } = await expire(context, {
        signal: handle.signal,
        onProgress: (share, step) => handle.progress(share, step),
      })
      if (isCleaningLeft(context)) await startJob('clean', t`Cleaning up after a deletion`, {})
      tellChange()
      context.events.emit({ type: 'data.changed', topics: ['privacy'], job: null })
      return { deletionId }
    },
    async clean() {
      await clean(context)
      context.events.emit({ type: 'data.changed', topics: ['privacy'], job: null })
      return null
    },
    judge: (payload, handle) => runBatch(context, batchPayload.parse(payload), handle),
    async sample(_payload, handle) {
      handle.progress(0.02, t`Writing the sample files`)
      const { bringSampleHistory, generateSample } = await import('./sample/index.ts')
      const folder = await mkdtemp(path.join(tmpdir(), 'debrief-sample-'))
      try {
        const manifest = await generateSample(folder)
        await writing(context, (database) => {
          writeSetting(database, 'is-sample', 'yes')
          // it shows all there is; what somebody has chosen stays
          if (policyInForce(database).version === 0)
            adopt(database, starterPolicies['small-team'], {
              who: 'Debrief',
              at: context.now(),
              locked: null,
            })
          writePreferences(database, { timeZone: 'UTC' })
        })
        const orders = (await expandOrders(uploads, [{ reference: { path: folder } }])).map((order) => ({
          ...order,
          name: path.relative(path.basename(folder), order.name),
          keptPath: null,
        }))
        await importFiles(context, orders, {
          signal: handle.signal,
          onProgress: (share, step) => handle.progress(0.05 + share * 0.7, step),
        })
        await analyzeNew(context, {
          signal: handle.signal,
          onProgress: (share, step) => handle.progress(0.75 + share * 0.15, step),
        })
        handle.progress(0.9, t`Bringing in what reviewers scored`)
        await bringSampleHistory(context, manifest, handle.signal)
        handle.progress(0.95, t`Bringing in the recordings`)
        await bringSampleCalls(context, startTranscriber, handle.signal)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
      tellChange()
      return null
    },
  }
}

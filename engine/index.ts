import path from 'node:path'
import { t } from '#speech'
import { beyondCall, whyNotHeard } from './api/let-through.ts'
import { router } from './api/index.ts'
import type { BackupDoor } from './backup-door.ts'
import type { EngineContext } from './context.ts'
import { keepBackups, putAside, removeHalfBackups, removeHalfRestore } from './backups/index.ts'
import { environmentSecrets } from './environment-secrets.ts'
import { createEventHub } from './events.ts'
import {
  createSights,
  createSignedIn,
  createSlowDown,
  keepAuditLog,
  policyInForce,
  putLockedInForce,
  readLockedPolicy,
} from './governance/index.ts'
import { jobsInLog } from './jobs-in-log.ts'
import type { MachinePolicy } from './machine-policy.ts'
import { carryOverDestinations } from './carry-over-destinations.ts'
import { createFolderLook, createUploads } from './imports/index.ts'
import { afterJob, jobWorks } from './job-works.ts'
import { createJobRunner, type JobRunner } from './jobs/index.ts'
import { createGates, layGate } from './lawful-basis/index.ts'
import { Problem } from './problem.ts'
import {
  createCallTimes,
  faultOf,
  reportLeftBehind,
  reportOwnCrash,
  watchedChildren,
  watchStalls,
  type Log,
} from './observing/index.ts'
import {
  playbackOrSentence,
  readRecordingPreferences,
  removeUnneeded,
  startNodeChild,
  type ChildStarter,
  type Playback,
} from './recordings/index.ts'
import {
  finishEncrypting,
  protectionService,
  unlockByKeychain,
  type ProtectionService,
} from './protection/index.ts'
import type { Secrets } from './secrets.ts'
import type { EngineServices } from './services.ts'
import {
  databaseOf,
  locationWarnings,
  openWorkspace,
  type OpenWorkspace,
  readPreferences,
  writePreferences,
} from './workspace/index.ts'
import { keepClocks } from './privacy/index.ts'
import { tellDamage } from './salvage/index.ts'
import { newestVersion, readSetting } from './store/index.ts'
import { updatesElsewhere, type UpdateService } from './updates/index.ts'
import { version } from './version.ts'
import { watchFolder } from './watch-folder.ts'
import { createWriteQueue } from './write-queue.ts'

export { scoreSentiment } from './language/index.ts'
export { environmentSecrets } from './environment-secrets.ts'
export { Problem } from './problem.ts'
export { inLanguageAsked } from './speaking-in.ts'
export type { Secrets } from './secrets.ts'
export type { EngineServices } from './services.ts'
export { defaultWorkspaceDir } from './workspace/index.ts'

/** How to open an engine. */
export interface EngineOptions {
  /** The workspace's folder; made (mode 0700) where it is missing, unless read-only. */
  workspace: string
  readOnly?: boolean
  /** Whether calls may name files by path: true for the terminal and the desktop, false for a browser. */
  takesPaths: boolean
  /** A door that stays open: it takes up jobs an earlier process left (else they are marked as interrupted) and reads new conversations by itself. */
  isResident?: boolean
  /** Starts the process that transcribes; Node's own child where the door says nothing. */
  startTranscriber?: ChildStarter
  /** Where keys of other systems are kept; the environment where the door says nothing. */
  secrets?: Secrets
  /** What IT settled for this machine; the door has read it. */
  machinePolicy?: MachinePolicy
  /** What protects the workspace; where the door says nothing, it cannot be encrypted while it is open. */
  protection?: ProtectionService
  /** Newer versions of Debrief; those of npm or git where the door says nothing. */
  updates?: UpdateService
  /** Where the door can show backups in place of the workspace. */
  backupDoor?: BackupDoor
  /** The policy that IT keeps for this computer, as text or read, in place of the one of `machinePolicy`: it is put in force, and no other can be. A broken one opens nothing. */
  lockedPolicy?: unknown
  /** Where that policy lies, for sentences. */
  lockedPolicyFile?: string
  now?: () => number
  log?: Log
}

/** The engine on one workspace. */
export interface Engine {
  router: typeof router
  context: EngineServices
  /** Takes a file that comes through the loopback door. */
  receiveUpload(name: string, body: AsyncIterable<Uint8Array>, caller?: string): Promise<{ uploadId: string }>
  /** How a recording is played, as plain data for `servePlayback`; a sentence where it cannot be. */
  playback(recordingId: number, caller?: string): Promise<Playback | { sentence: string }>
  close(): Promise<void>
}

/** Opens a workspace: migrates it, takes the writer lease, takes up interrupted jobs. Throws a Problem where it cannot. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const now = options.now ?? Date.now
  const workspaceDir = path.resolve(options.workspace)
  const secrets = options.secrets ?? environmentSecrets
  unlockByKeychain(workspaceDir, secrets)
  const givenByIT = options.lockedPolicy ?? options.machinePolicy?.lockedGovernance
  const lockedPolicy =
    givenByIT === undefined
      ? null
      : readLockedPolicy(
          givenByIT,
          options.lockedPolicyFile ?? options.machinePolicy?.governancePolicy ?? 'its policy file',
        )
  const opened = openOrTellDamage(workspaceDir, options.readOnly ?? false, now)
  const context: EngineContext = {
    workspaceDir,
    read: opened.read,
    write: opened.write,
    writes: createWriteQueue(),
    events: createEventHub(),
    now,
    log: options.log ?? (() => {}),
    takesPaths: options.takesPaths,
    secrets,
    machinePolicy: options.machinePolicy ?? {},
    warnings: [() => locationWarnings(databaseOf(workspaceDir))],
  }
  const leftBy = opened.lease?.leftBy
  const crashed = leftBy ? reportLeftBehind(workspaceDir, leftBy) : null
  if (crashed !== null) context.log({ event: 'crashed', incidentId: crashed, where: 'engine' })
  const stopReporting = opened.write ? reportOwnCrash('engine', () => workspaceDir) : () => {}
  if (options.isResident)
    context.log({ event: 'started', schema: newestVersion, isReadOnly: opened.write === null })
  if (opened.write) keepAuditLog(opened.write, workspaceDir, now, context.log)
  if (opened.write) carryOverDestinations(opened.write, now())
  if (lockedPolicy) putLockedInForce(opened, lockedPolicy, now())
  // the time zone decides on which day a contact falls: it is fixed when the workspace is made
  if (opened.write && readSetting(opened.write, 'preferences') === undefined)
    writePreferences(opened.write, { timeZone: readPreferences(opened.write).timeZone })
  const isResident = options.isResident ?? false
  const startTranscriber = watchedChildren(context, options.startTranscriber ?? startNodeChild)
  const stalls = isResident ? watchStalls(context.log) : null
  const uploads = createUploads()
  const startJob: JobRunner['start'] = (kind, label, payload) => jobs.start(kind, label, payload)
  const jobs: JobRunner = createJobRunner(
    context,
    jobsInLog(context, jobWorks(context, uploads, isResident, startTranscriber, startJob)),
    afterJob(context, uploads, isResident, startJob),
  )
  if (opened.write) {
    removeHalfRestore(workspaceDir)
    removeHalfBackups(context)
    await finishEncrypting(workspaceDir).catch((error: unknown) => {
      context.log({ event: 'protection-failed', fault: faultOf(error) })
      context.warnings.push(() => [
        t`Some recordings in the folder of this workspace are not encrypted yet; Debrief tries again at the next start.`,
      ])
    })
    await removeUnneeded(context, putAside(context))
    await jobs.recover(isResident)
  }
  let closed: Problem | null = null
  const watch =
    opened.write && isResident && options.takesPaths
      ? watchFolder(context, (files) => jobs.start('import', t`Importing from the watched folder`, { files }))
      : null
  const backups =
    opened.write && isResident
      ? keepBackups(context, async () => {
          const isUnderWay = jobs
            .list()
            .some(({ kind, state }) => kind === 'backup' && (state === 'queued' || state === 'running'))
          if (!isUnderWay) await jobs.start('backup', t`Making the daily backup`, { why: 'automatic' })
        })
      : null
  const clocks =
    opened.write && isResident
      ? keepClocks(context, {
          expire: () => jobs.start('expire', t`Deleting what is older than it may be kept`, {}),
          clean: () => jobs.start('clean', t`Cleaning up after a deletion`, {}),
        })
      : null
  const gates = createGates(opened.read)
  const sights = createSights(opened.read, layGate)
  const closeAll = async () => {
    closed = new Problem('DATABASE_BUSY', t`This workspace was closed; load the page again to go on.`)
    watch?.close()
    stalls?.close()
    stopReporting()
    backups?.close()
    clocks?.close()
    await jobs.close()
    await context.writes.idle()
    opened.lease?.release()
    sights.close()
    gates.close()
    opened.read.raw.close()
    opened.write?.raw.close()
    await uploads.close()
  }
  let closing: Promise<void> | null = null
  const close = () => (closing ??= closeAll())
  const services: EngineServices = {
    ...context,
    jobs,
    calls: createCallTimes(),
    stalls,
    readsByItself: isResident,
    uploads,
    startTranscriber,
    signedIn: createSignedIn(now, () => policyInForce(opened.read).document.profiles.idleMinutes),
    sights,
    gates,
    slowDown: createSlowDown(now),
    lockedPolicy,
    caller: 'door',
    look: createFolderLook(context),
    get locked() {
      return closed
    },
    protection: options.protection ?? protectionService(workspaceDir, secrets, context.log, null),
    updates: options.updates ?? updatesElsewhere(version),
    watching: {
      state: () => ({
        folder: watch ? readRecordingPreferences(opened.read).watchedFolder : null,
        isPaused: watch?.isPaused() ?? false,
      }),
      pause: (isPaused) => watch?.pause(isPaused),
    },
    backupDoor: options.backupDoor ?? null,
    close,
  }
  return {
    router,
    context: services,
    async receiveUpload(name, body, caller = services.caller) {
      const problem = beyondCall({ ...services, caller }, ['imports', 'start'], {})
      if (problem) throw problem
      return uploads.receive(name, body)
    },
    async playback(recordingId, caller = services.caller) {
      const problem = beyondCall({ ...services, caller }, ['recordings', 'peaks'], { recordingId })
      if (problem) return { sentence: problem.message }
      const withheld = whyNotHeard({ ...services, caller }, recordingId)
      return withheld === null ? playbackOrSentence(context, recordingId) : { sentence: withheld }
    },
    close,
  }
}

function openOrTellDamage(workspaceDir: string, readOnly: boolean, now: () => number): OpenWorkspace {
  try {
    return openWorkspace(workspaceDir, { readOnly, now })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'WORKSPACE_DAMAGED') throw error
    throw tellDamage(workspaceDir, now())
  }
}

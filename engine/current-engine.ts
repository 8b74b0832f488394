import path from 'node:path'
import { t } from '#speech'
import { workspaceChoices, type WorkspaceChoice } from '../shared/domain/bridge.ts'
import type { BackupDoor } from './backup-door.ts'
import { directClient, type Client } from './direct-client.ts'
import { environmentSecrets } from './environment-secrets.ts'
import { createEngine, type Engine, type EngineOptions } from './index.ts'
import { lockedEngine } from './locked-engine.ts'
import { logFile } from './log-file.ts'
import { asProblem, Problem } from './problem.ts'
import { protectionService, type ProtectionService } from './protection/index.ts'
import { isBackup } from './workspace/index.ts'

/** A workspace by its name, or by its folder. */
export type WorkspaceWanted = WorkspaceChoice | { folder: string }

/** The engine a window shows: open on one workspace at a time. */
export interface CurrentEngine {
  engine(): Engine
  which(): WorkspaceWanted
  /** Closes the workspace and opens the other; when that cannot be opened, the first is opened again and the reason thrown. */
  open(which: WorkspaceWanted): Promise<void>
  close(): Promise<void>
}

export interface CurrentEngineOptions {
  folders: Record<WorkspaceChoice, string>
  first: WorkspaceWanted
  takesPaths: boolean
  startTranscriber?: EngineOptions['startTranscriber']
  secrets?: EngineOptions['secrets']
  machinePolicy?: EngineOptions['machinePolicy']
  updates?: EngineOptions['updates']
  now?: EngineOptions['now']
}

/** Opens the engine on one of the `folders`. The sample is filled in the background where it is empty. */
export async function openCurrentEngine(options: CurrentEngineOptions): Promise<CurrentEngine> {
  const { folders, takesPaths, startTranscriber, secrets, machinePolicy, updates, now: clock } = options
  const folderOf = (which: WorkspaceWanted) => (typeof which === 'string' ? folders[which] : which.folder)
  const protections = new Map<string, ProtectionService>()
  const protectionOf = (wanted: WorkspaceWanted): ProtectionService => {
    const folder = path.resolve(folderOf(wanted))
    const known = protections.get(folder)
    if (known) return known
    const made = protectionService(folder, secrets ?? environmentSecrets, logFile(folder), {
      whileClosed: (work) => inTurn(() => whileClosed(wanted, work)),
    })
    protections.set(folder, made)
    return made
  }
  /** The workspace to go back to while a backup of it is shown. */
  let now: WorkspaceWanted | null = null
  const backupDoor: BackupDoor = {
    async open(folder) {
      const from = now ?? which
      await inTurn(() => change({ folder }))
      now = from
    },
    async back() {
      if (now !== null) await open(now)
    },
    canReturn: () => now !== null,
  }
  const openOne = async (which: WorkspaceWanted) => {
    const engine = await openOrLocked({
      protection: protectionOf(which),
      backupDoor,
      workspace: folderOf(which),
      takesPaths,
      isResident: true,
      ...(startTranscriber && { startTranscriber }),
      ...(secrets && { secrets }),
      ...(machinePolicy && { machinePolicy }),
      ...(updates && { updates }),
      ...(clock && { now: clock }),
      log: logFile(folderOf(which)),
    })
    if (engine.context.locked) return engine
    if (which === 'sample' && engine.context.write !== null) await startSampleWhereEmpty(directClient(engine))
    return engine
  }
  let which = options.first
  let engine = await openOne(which)
  let before: Promise<unknown> = Promise.resolve()
  /** One after the other: a second click while the workspace changes must not open it twice. */
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    const done = before.then(task)
    before = done.catch(() => {})
    return done
  }
  /** Closes the workspace for work on its files, and opens it again whatever came of that; one that cannot be opened stays shut and says why. */
  const whileClosed = async (wanted: WorkspaceWanted, work: () => Promise<void>): Promise<void> => {
    if (folderOf(wanted) !== folderOf(which))
      throw new Problem('CONFLICT', t`Another workspace was opened meanwhile; nothing was changed.`)
    await engine.close()
    const reason = new Problem(
      'DATABASE_BUSY',
      t`This workspace is being written anew; it opens again by itself.`,
    )
    const shut = (why: Problem) =>
      lockedEngine(folderOf(which), why, protectionOf(which), logFile(folderOf(which)), backupDoor)
    engine = shut(reason)
    try {
      await work()
    } finally {
      engine = await openOne(which).catch((error: unknown) => {
        engine = shut(asProblem(error) ?? reason)
        throw error
      })
    }
  }
  const change = async (wanted: WorkspaceWanted): Promise<void> => {
    if (folderOf(wanted) === folderOf(which)) return
    await engine.close()
    try {
      engine = await openOne(wanted)
      which = wanted
    } catch (error) {
      engine = await openOne(which)
      throw error
    }
  }
  const open = async (wanted: WorkspaceWanted): Promise<void> => {
    await inTurn(() => change(wanted))
    now = null
  }
  return {
    engine: () => engine,
    which: () => which,
    open,
    close: () => inTurn(() => engine.close()),
  }
}

/** The workspace a text names, or undefined. */
export function asWorkspaceChoice(text: unknown): WorkspaceChoice | undefined {
  return workspaceChoices.find((choice) => choice === text)
}

/** An encrypted workspace that nobody has given the passphrase of is opened as far as its lock. */
async function openOrLocked(options: EngineOptions & { protection: ProtectionService }): Promise<Engine> {
  try {
    return await openOrRead(options)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'KEY_NEEDED') throw error
    return lockedEngine(
      path.resolve(options.workspace),
      error,
      options.protection,
      options.log ?? (() => {}),
      options.backupDoor,
    )
  }
}

/** A workspace that another Debrief is writing to can still be looked at, and a backup is never anything else. */
async function openOrRead(options: EngineOptions): Promise<Engine> {
  try {
    return await createEngine(options)
  } catch (error) {
    const isForLooking =
      error instanceof Problem &&
      (error.code === 'WORKSPACE_LOCKED' ||
        (error.code === 'WORKSPACE_READ_ONLY' && isBackup(options.workspace)))
    if (!isForLooking) throw error
    return createEngine({ ...options, readOnly: true })
  }
}

async function startSampleWhereEmpty(client: Client): Promise<void> {
  // whoever made profiles in it has filled it
  if ((await client.profiles.me()).mustEnter) return
  const jobs = await client.jobs.list()
  if (jobs.some(({ kind, state }) => kind === 'sample' && (state === 'queued' || state === 'running'))) return
  const { interactions } = await client.workspace.summary()
  if (interactions === 0) await client.workspace.loadSample()
}

import type { EngineContext } from '../context.ts'
import { hasActedSince } from '../governance/index.ts'
import { lookNowAndThen, type Pauses } from '../now-and-then.ts'
import { faultOf } from '../observing/index.ts'
import { databaseOf, readWorkspaceUid } from '../workspace/index.ts'
import { removeUnfinishedBackups, storedBackups } from './folder.ts'
import { backupFolder, readBackupSettings } from './settings.ts'
import { freeSpace, hindrance, type FreeSpace } from './space.ts'

const DAY_MS = 86_400_000
const pauses = { first: 60_000, between: 600_000 }
/** What a backup itself leaves in the audit log: no change to make another one for. */
const OWN_ACTS = ['job.backup', 'backups.make', 'backups.setSettings', 'workspace.backup']

/** How it stands with backups: the newest, what hinders the next (in one sentence), whether one is due. */
export function standing(context: EngineContext, free: FreeSpace = freeSpace) {
  const settings = readBackupSettings(context.read)
  const folder = backupFolder(context.workspaceDir, settings)
  const now = context.now()
  const backups = storedBackups(folder, readWorkspaceUid(context.read))
  const newest = backups.find(({ at }) => at <= now) ?? null
  const hindered = hindrance(
    { folder, isOwnChoice: settings.folder !== null, database: databaseOf(context.workspaceDir) },
    free,
  )
  const isOld = newest === null || now - newest.at >= DAY_MS
  const isDue = settings.isOn && isOld && hasActedSince(context.read, newest?.auditHead.seq ?? 0, OWN_ACTS)
  return { settings, folder, backups, newest, problem: hindered?.message ?? null, isDue }
}

/** Removes backups that an earlier process left unfinished. Only for the holder of the lease. */
export function removeHalfBackups(context: Pick<EngineContext, 'read' | 'workspaceDir'>): void {
  const workspace = readWorkspaceUid(context.read)
  if (workspace !== undefined)
    removeUnfinishedBackups(backupFolder(context.workspaceDir, readBackupSettings(context.read)), workspace)
}

/** The databases that a restore put aside, so that it can be taken back. */
export function putAside(context: Pick<EngineContext, 'read' | 'workspaceDir'>): string[] {
  const folder = backupFolder(context.workspaceDir, readBackupSettings(context.read))
  return storedBackups(folder, readWorkspaceUid(context.read))
    .filter(({ why }) => why === 'before-restore')
    .map(({ file }) => file)
}

/** Makes a backup whenever one is due, for as long as the workspace is open. Where something hinders it, that is said in the list of jobs once a day. */
export function keepBackups(
  context: EngineContext,
  start: () => Promise<unknown>,
  { free, ...rests }: Pauses & { free?: FreeSpace } = pauses,
): { close(): void } {
  let saidAt: number | null = null
  const look = async () => {
    const { isDue, problem } = standing(context, free)
    const isSaid = saidAt !== null && context.now() - saidAt < DAY_MS
    if (!isDue || (problem !== null && isSaid)) return
    saidAt = problem === null ? null : context.now()
    await start()
  }
  return lookNowAndThen(look, rests, (error) =>
    context.log({ event: 'backup-undecided', fault: faultOf(error) }),
  )
}

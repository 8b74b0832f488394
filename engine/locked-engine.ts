import type { BackupDoor } from './backup-door.ts'
import type { Log } from './observing/index.ts'
import { router } from './api/index.ts'
import type { Engine } from './index.ts'
import type { Problem } from './problem.ts'
import type { ProtectionService } from './protection/index.ts'
import type { EngineServices } from './services.ts'

/**
 * Stands in for the engine on a workspace that is locked, or closed for being encrypted: the calls of its protection are answered, every other
 * with the one error `reason`.
 */
export function lockedEngine(
  workspaceDir: string,
  reason: Problem,
  protection: ProtectionService,
  log: Log,
  backupDoor: BackupDoor | null = null,
): Engine {
  const context: Pick<
    EngineServices,
    'workspaceDir' | 'write' | 'locked' | 'protection' | 'log' | 'backupDoor'
  > = {
    workspaceDir,
    write: null,
    locked: reason,
    protection,
    log,
    backupDoor,
  }
  return {
    router,
    // no call gets further than to `locked`, but those that take nothing else of it
    context: context as EngineServices,
    receiveUpload: () => Promise.reject(reason),
    playback: async () => ({ sentence: reason.message }),
    close: async () => {},
  }
}

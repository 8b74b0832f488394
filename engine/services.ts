import type { EngineContext } from './context.ts'
import type { BackupDoor } from './backup-door.ts'
import type { LockedPolicy, SignedIn, Sights, SlowDown } from './governance/index.ts'
import type { FolderLook, Uploads } from './imports/index.ts'
import type { JobRunner } from './jobs/index.ts'
import type { CallTimes, Stalls } from './observing/index.ts'
import type { Gates } from './lawful-basis/index.ts'
import type { Problem } from './problem.ts'
import type { ProtectionService } from './protection/index.ts'
import type { ChildStarter } from './recordings/index.ts'
import type { UpdateService } from './updates/index.ts'

/** What is said of the watched folder, and done to it. */
export interface Watching {
  /** `folder` is null where none is looked at here: none is set, or this door does not. */
  state(): { folder: string | null; isPaused: boolean }
  pause(isPaused: boolean): void
}

/** What the calls of the contract are given: the context, and the parts of the engine that live as long as it does. */
export interface EngineServices extends EngineContext {
  readonly jobs: JobRunner
  /** How long each call took. */
  readonly calls: CallTimes
  /** How long this process answered nothing; null where nobody looks. */
  readonly stalls: Stalls | null
  /** Conversations are read without being told to, as long as this engine is open. */
  readonly readsByItself: boolean
  readonly uploads: Uploads
  readonly startTranscriber: ChildStarter
  /** Who has entered which profile. */
  readonly signedIn: SignedIn
  /** The policy by which IT keeps this computer; null where people here choose it. */
  readonly lockedPolicy: LockedPolicy | null
  /** How long tries of passphrases must wait. */
  readonly slowDown: SlowDown
  /** What somebody sees who does not see everything. */
  readonly sights: Sights
  /** What is read without the words that may not be used. */
  readonly gates: Gates
  /** Whose call it is, as the door tells callers apart: a browser, a window, a command. */
  readonly caller: string
  /** What is new in watched folders. */
  readonly look: FolderLook
  /** Why nothing but its protection can be asked of this workspace now; null while it is open. */
  readonly locked: Problem | null
  readonly protection: ProtectionService
  /** The folder that is watched for as long as this engine is open. */
  readonly watching: Watching
  /** Newer versions of Debrief itself. */
  readonly updates: UpdateService
  /** Where this door can show a backup in place of the workspace. */
  readonly backupDoor: BackupDoor | null
  /** Closes the engine for good: no call is answered any more. */
  close(): Promise<void>
}

import type { Playback } from '../engine/playback.ts'
import type { ChildWord, WorkOrder } from '../engine/transcription-child.ts'
import type { MachinePolicy } from '../engine/machine-policy.ts'
import type { WorkspaceWanted } from '../engine/current-engine.ts'
import type { CheckedUpdate, Installer } from '../engine/updating.ts'

/** What the engine process is started with, as the last of its arguments: main has read it already. */
export interface EngineStart {
  policy: MachinePolicy
  /** The system's proxy for addresses elsewhere. */
  proxy?: string | undefined
  /** Null where the app was not installed: then it has no updates of its own. */
  installedAs: InstalledAs | null
  /** What the system speaks, the most wanted first: `de-AT`. */
  languages: readonly string[]
}

/** What an installed Debrief has to know to look for a newer one. */
export interface InstalledAs {
  folder: string
  /** The keys a feed may be signed with, as PEM; empty where the installer was made without. */
  keys: string
  installer: Installer
}

/** What main tells the engine process of a process that transcribes. */
export type ChildOrder =
  | { type: 'child-word'; child: number; word: ChildWord }
  | { type: 'child-ended'; child: number; lastLines: string }

/** What the engine process wants of the processes that transcribe. */
export type ChildAnswer =
  | { type: 'child-start'; child: number }
  | { type: 'child-order'; child: number; order: WorkOrder }
  | { type: 'child-kill'; child: number }

/** What main tells the engine process of keys in the keychain: all there are, at first; null where there is no keychain. */
export type KeychainOrder =
  | { type: 'keychain'; known: Record<string, string> | null }
  | { type: 'secret-set'; request: number; problem: string | null }

/** What the engine process has main keep, or forget. */
export type KeychainAnswer = { type: 'secret-set'; request: number; name: string; value: string | null }

/** What is watched and done in the open workspace, without a name of anything. */
export interface Work {
  /** Null where no folder is watched. */
  watch: { isPaused: boolean } | null
  lines: string[]
}

/** What main asks of the engine itself. `connect` brings a port. */
export type ServiceOrder =
  | { type: 'open'; which: WorkspaceWanted | 'usual' }
  | { type: 'connect'; caller: string }
  | { type: 'playback'; request: number; recordingId: number; caller: string }
  /** Whether to tell of the work that goes on. */
  | { type: 'follow-work'; isWanted: boolean }
  | { type: 'pause-watching'; isPaused: boolean; caller: string }
  | { type: 'close' }

/** What main says to the engine process. */
export type EngineOrder = ServiceOrder | ChildOrder | KeychainOrder

/** What the engine answers in its turn: to each `open` one of the first two, to `close` the third. */
export type StateAnswer =
  | { type: 'opened'; folder: string; isSample: boolean; pid: number }
  | { type: 'failed'; sentence: string }
  | { type: 'closed' }

/** What the engine process says to main. `playback` answers its order. */
export type EngineAnswer =
  | StateAnswer
  | { type: 'playback'; request: number; playback: Playback | { sentence: string } }
  /** A person has said so, and nothing is being done: close, and install it. */
  | { type: 'install-update'; update: CheckedUpdate }
  | { type: 'work'; work: Work }
  /** Why something that the tray asked for was not done. */
  | { type: 'not-done'; sentence: string }
  | ChildAnswer
  | KeychainAnswer

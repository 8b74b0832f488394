import type { Playback } from '../engine/playback.ts'
import type { WorkspaceChoice } from '../shared/domain/bridge.ts'

/** What main says to the engine process. `connect` brings a port. */
export type EngineOrder =
  | { type: 'open'; which: WorkspaceChoice | 'usual' }
  | { type: 'connect' }
  | { type: 'playback'; request: number; recordingId: number }
  | { type: 'close' }

/** What the engine process answers: to each `open` one of the first two, to `close` the third, to `playback` the last. */
export type EngineAnswer =
  | { type: 'opened' }
  | { type: 'failed'; sentence: string }
  | { type: 'closed' }
  | { type: 'playback'; request: number; playback: Playback | { sentence: string } }

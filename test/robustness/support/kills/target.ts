import type { Client } from '../../../../engine/direct-client.ts'
import type { Engine, Secrets } from '../../../../engine/index.ts'
import type { ReadableDatabase } from '../../../../engine/store/index.ts'

/** What a step is given: the open engine, its calls, and the folder of the target with the workspace `own` in it. */
export interface AtWork {
  engine: Engine
  client: Client
  folder: string
}

/** One act on a workspace. Once it has resolved it is acknowledged, and no kill may take it away. */
export type Step = (at: AtWork) => Promise<unknown>

/**
 * Work that is killed again and again. Opening the workspace is the first act, each step a further one. After a kill behind the n-th
 * acknowledged act the workspace must stand as after n acts or n + 1, and doing the rest must end where an undisturbed run ends.
 */
export interface KillTarget {
  name: string
  /** How many of a hundred kills fall on it, about. */
  share: number
  /** Makes everything the work needs in `folder`; what is in `own` is the workspace. Called once; every kill gets a copy. */
  prepare(folder: string): Promise<void>
  /** The acts, the same ones for the same seed. */
  steps(folder: string, seed: number): readonly Step[]
  /** What the workspace states, as plain data that is equal where it states the same. The file may be of an older schema, and must not be written. */
  look(database: ReadableDatabase, folder: string): unknown
  /** What must hold besides whenever it has been opened again, and at the end. Throws where it does not. */
  alsoHolds?(at: AtWork, isAtEnd: boolean): Promise<void>
  /** A door that stays open takes up unfinished jobs; else they are marked. */
  isResident?: boolean
  /** Where the keys of an encrypted workspace are kept, for the processes that open it. */
  secrets?(folder: string): Secrets
  /** What the log of acts tells of itself when it is looked over; nothing, unless said. */
  tellsOfItself?: RegExp
}

/** What a child is told to do. */
export interface Order {
  target: string
  folder: string
  seed: number
  /** The place of the write it kills itself at; null where it is killed from outside. */
  aimedAt: number | null
}

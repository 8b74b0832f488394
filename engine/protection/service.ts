import { t } from '#speech'
import { faultOf, type Log } from '../observing/index.ts'
import type { ProtectionView } from '../../shared/contract/protection.ts'
import { asProblem, Problem } from '../problem.ts'
import type { Secrets } from '../secrets.ts'
import { decrypt, encryptWith, type Progress } from './convert.ts'
import { changeRecoveryKey, changeWayIn, prepareKeys, type ChosenWay, type Prepared } from './prepare.ts'
import { protectionOf } from './state.ts'
import { proved, unlock } from './unlock.ts'

/** Protects the workspace of a door, also while no engine is open on it. */
export interface ProtectionService {
  view(): ProtectionView
  unlock(text: string): Promise<void>
  prepare(way: ChosenWay): Promise<string>
  start(lastGroup: string): void
  turnOff(text: string): Promise<void>
  changeWayIn(text: string, way: ChosenWay): Promise<void>
  newRecoveryKey(text: string): Promise<string>
  /** Whether this door can close the workspace for work on its files. */
  readonly canClose: boolean
  /** Begins such work: the workspace is closed soon, and opened again whatever came of it; `view` tells how far it is. */
  begin(task: (onProgress: Progress) => Promise<unknown>): void
}

/** What a door does with its engine. */
export interface ProtectedDoor {
  /** Closes the engine, does the work, and opens the workspace again whatever came of it. */
  whileClosed(work: () => Promise<void>): Promise<void>
}

/** How long the call that began it may take to be answered and told in the log. */
const BEFORE_CLOSING_MS = 100

/**
 * Protects `workspaceDir`. Without a `door` that can close its engine, as at the terminal, it only tells how things are and changes what
 * opens the workspace.
 */
export function protectionService(
  workspaceDir: string,
  secrets: Secrets,
  log: Log,
  door: ProtectedDoor | null,
): ProtectionService {
  let prepared: Prepared | null = null
  let progress: ProtectionView['progress'] = null
  let problem: string | null = null

  /** What is written anew goes on with the keys it began with. */
  const requireIdle = (): void => {
    if (progress)
      throw new Problem('CONFLICT', t`The workspace is being written anew just now; wait for its end.`)
  }
  let changes: Promise<unknown> = Promise.resolve()
  /** Changes the key file: one after the other, and never while everything is written anew, which would lose the change. */
  const changing = async <Result>(change: () => Promise<Result>): Promise<Result> => {
    requireIdle()
    const done = changes.then(change)
    changes = done.catch(() => {})
    return done
  }
  const requireDoor = (): ProtectedDoor => {
    requireIdle()
    if (!door)
      throw new Problem(
        'UNSUPPORTED',
        t`Here that is done by "debrief encrypt", "debrief decrypt" and "debrief key".`,
      )
    return door
  }
  const begin = (task: (onProgress: Progress) => Promise<unknown>) => {
    const { whileClosed } = requireDoor()
    progress = { share0to1: 0, step: t`Waiting for what is being done to end` }
    problem = null
    const run = async () => {
      await changes
      try {
        await whileClosed(
          async () => void (await task((share0to1, step) => (progress = { share0to1, step }))),
        )
      } catch (error) {
        problem = asProblem(error)?.message ?? t`It did not come to its end; the log has the details.`
        log({ event: 'protection-failed', fault: faultOf(error) })
      } finally {
        progress = null
      }
    }
    setTimeout(() => void run(), BEFORE_CLOSING_MS)
  }

  return {
    view() {
      const { state, by } = protectionOf(workspaceDir)
      return {
        state: progress ? 'working' : state,
        by,
        canChange: door !== null,
        hasKeychain: secrets.keptIn === 'keychain',
        progress,
        problem,
      }
    },
    async unlock(text) {
      await unlock(workspaceDir, text)
      await door?.whileClosed(async () => {})
    },
    async prepare(way) {
      requireDoor()
      prepared = await prepareKeys(workspaceDir, way, secrets)
      return prepared.recoveryKey
    },
    start(lastGroup) {
      const chosen = prepared
      if (!chosen) throw new Problem('CONFLICT', t`No keys are prepared; begin again.`)
      if (lastGroup.trim().toUpperCase() !== chosen.recoveryKey.split('-').at(-1))
        throw new Problem(
          'INVALID_INPUT',
          t`That is not the last group of the recovery key; look at what you kept.`,
        )
      begin((onProgress) => encryptWith(workspaceDir, chosen, secrets, onProgress))
      prepared = null
    },
    async turnOff(text) {
      requireDoor()
      await proved(workspaceDir, text)
      begin((onProgress) => decrypt(workspaceDir, secrets, onProgress))
    },
    changeWayIn: (text, way) => changing(() => changeWayIn(workspaceDir, text, way, secrets)),
    newRecoveryKey: (text) => changing(() => changeRecoveryKey(workspaceDir, text)),
    canClose: door !== null,
    begin,
  }
}

import { ORPCError } from '@orpc/client'
import type { ErrorCode } from '../../shared/contract/errors.ts'

/** A change of one place of what is on screen, and how it is saved. */
export interface Change<State> {
  /** Of several changes of the same place the newest stands. */
  place: string
  onto(state: State): State
  /** Saves it; gives the whole as it is saved then, or null where only this changed. */
  save(): Promise<State | null>
}

/** Changes on their way into the workspace: shown at once, saved one after the other, and kept where they cannot be saved for now. */
export interface Unsaved<State> {
  add(change: Change<State>): void
  /** What is saved, with all that is on its way. */
  over(saved: State): State
  /** Lets go of what has arrived, once another `saved` is shown, which has it. */
  settle(saved: State): void
  /** Saves what is left; throws what keeps it from being saved. */
  flush(): Promise<void>
  hasLeft(): boolean
  subscribe(listener: () => void): () => void
  /** Grows whenever what is on its way changes. */
  version(): number
}

interface Told<State> {
  /** What became of what is saved. */
  onSaved(saved: State | null, onto: (state: State) => State): void
  /** It will not be saved as it stands, and is gone from the screen. */
  onRefused(place: string, error: unknown): void
  /** It cannot be saved for now and stays; told once until something is saved again. */
  onKept(error: unknown): void
  onCaughtUp(): void
}

const refusals = [
  'INVALID_INPUT',
  'CONFLICT',
  'NOT_FOUND',
  'UNSUPPORTED',
  'WORKSPACE_READ_ONLY',
] satisfies ErrorCode[]

/** Whether an error is about what was to be saved, and not about a full disk or an engine that is gone. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ORPCError && refusals.some((code) => code === error.code)
}

/** Nothing on its way yet. */
export function createUnsaved<State>(told: Told<State>): Unsaved<State> {
  const changes = new Map<string, Change<State>>()
  const arrived = new Map<string, Change<State>>()
  const listeners = new Set<() => void>()
  let shown: State | null = null
  let version = 0
  let running: Promise<void> | null = null
  let isHeldUp = false

  const moved = () => {
    version += 1
    for (const listener of listeners) listener()
  }
  const leave = (change: Change<State>) => {
    if (changes.get(change.place) === change) changes.delete(change.place)
  }
  const saveAll = async () => {
    for (;;) {
      const [next] = changes.values()
      if (next === undefined) break
      try {
        const saved = await next.save()
        leave(next)
        if (!changes.has(next.place)) arrived.set(next.place, next)
        told.onSaved(saved, next.onto)
      } catch (error) {
        if (!isRefusal(error)) throw error
        leave(next)
        told.onRefused(next.place, error)
      }
      moved()
    }
    if (isHeldUp) told.onCaughtUp()
    isHeldUp = false
  }
  const flush = () => {
    running ??= saveAll().finally(() => {
      running = null
    })
    return running
  }
  return {
    add(change) {
      arrived.delete(change.place)
      changes.set(change.place, change)
      moved()
      flush().catch((error: unknown) => {
        if (!isHeldUp) told.onKept(error)
        isHeldUp = true
      })
    },
    over: (saved) =>
      [...arrived.values(), ...changes.values()].reduce((state, { onto }) => onto(state), saved),
    settle(saved) {
      if (saved === shown) return
      shown = saved
      if (arrived.size === 0) return
      arrived.clear()
      moved()
    },
    flush,
    hasLeft: () => changes.size > 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
  }
}

import { createStore } from 'zustand/vanilla'
import type { ContactSound } from '../../../shared/contract/recordings.ts'
import type { Span } from './playback.ts'
import { createSound } from './sound.ts'

/** What plays in place, outside a conversation's page: one moment at a time in the whole window. */
interface PlayingMoment {
  /** Of whoever plays it; null: nothing does. */
  owner: string | null
  /** Whose moment could not be played, and why, in one sentence. */
  failed: { owner: string; problem: string } | null
}

export const momentPlayer = createStore<PlayingMoment>(() => ({ owner: null, failed: null }))

let end: (() => void) | null = null

/** Plays one moment, from a second before it to its end; whatever played before stops. */
export function playMoment(owner: string, sound: ContactSound, span: Span): void {
  stopMoment()
  const playing = createSound(sound.mediaPath, { durationMs: sound.durationMs ?? 0, startMs: span.startMs })
  const close = playing.open()
  const unsubscribe = playing.store.subscribe(({ isPlaying, problem }, before) => {
    if (problem !== null) finish({ owner, problem })
    else if (before.isPlaying && !isPlaying) finish(null)
  })
  const finish = (failed: PlayingMoment['failed']) => {
    unsubscribe()
    close()
    end = null
    momentPlayer.setState({ owner: null, failed })
  }
  end = () => finish(null)
  momentPlayer.setState({ owner, failed: null })
  playing.playMoment(span)
}

/** Stops what plays in place, if `owner` does, or whoever does. */
export function stopMoment(owner?: string): void {
  if (owner === undefined || momentPlayer.getState().owner === owner) end?.()
}

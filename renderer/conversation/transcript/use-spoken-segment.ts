import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { segmentAt, timedSegments } from '../sound/playback.ts'
import type { Sound } from '../../app/sound/sound.ts'

/** The turn the sound is in; null without sound, and before it was played or moved. */
export function useSpokenSegment(sound: Sound | null, segments: Conversation['segments']): number | null {
  const timed = useMemo(() => timedSegments(segments), [segments])
  return useSyncExternalStore(useSubscription(sound), () => {
    if (!sound) return null
    const { positionMs, isPlaying } = sound.store.getState()
    return positionMs > 0 || isPlaying ? segmentAt(timed, positionMs) : null
  })
}

/** Whether the sound plays; never without one. */
export function useIsPlaying(sound: Sound | null): boolean {
  return useSyncExternalStore(useSubscription(sound), () => sound?.store.getState().isPlaying ?? false)
}

function useSubscription(sound: Sound | null): (onChange: () => void) => () => void {
  return useCallback((onChange) => (sound ? sound.store.subscribe(onChange) : () => {}), [sound])
}

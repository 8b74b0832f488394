import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Conversation } from '../../../../shared/contract/conversations.ts'
import { segmentAt, timedSegments } from '../sound/playback.ts'
import type { Sound } from '../sound/sound.ts'

/** The turn the sound is in; null without sound, and before it was played or moved. */
export function useSpokenSegment(sound: Sound | null, segments: Conversation['segments']): number | null {
  const timed = useMemo(() => timedSegments(segments), [segments])
  const subscribe = useCallback(
    (onChange: () => void) => (sound ? sound.store.subscribe(onChange) : () => {}),
    [sound],
  )
  return useSyncExternalStore(subscribe, () => {
    if (!sound) return null
    const { positionMs, isPlaying } = sound.store.getState()
    return positionMs > 0 || isPlaying ? segmentAt(timed, positionMs) : null
  })
}

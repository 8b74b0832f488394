import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { PlayableRecording } from '../../../shared/contract/recordings.ts'
import { createSound, type Sound, type SoundState } from '../../app/sound/sound.ts'

/** The recording's sound while the page shows it, paused at `startMs`; null where there is nothing to play. */
export function useRecordingSound(recording: PlayableRecording | null, startMs: number): Sound | null {
  const mediaPath = recording && !recording.isMissing ? recording.mediaPath : null
  const durationMs = recording?.durationMs ?? 0
  // Where it starts matters when it is opened, not when the address changes later.
  const [firstMs] = useState(startMs)
  const sound = useMemo(
    () => (mediaPath === null ? null : createSound(mediaPath, { durationMs, startMs: firstMs })),
    [mediaPath, durationMs, firstMs],
  )
  useEffect(() => sound?.open(), [sound])
  return sound
}

/** One part of what is playing; the component draws again only when that part changes. */
export function useSoundState<T>(sound: Sound, part: (state: SoundState) => T): T {
  return useStore(sound.store, part)
}

import { t } from '@lingui/core/macro'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { onCovered } from '../profile/cover.ts'
import { keptSpeed, keepSpeed, keptVolume, keepVolume } from './kept-settings.ts'
import { crossedEnd, nextSpeed, type Span, within } from './playback.ts'

/** What is playing, and how. Times in milliseconds of the recording. */
export interface SoundState {
  isPlaying: boolean
  positionMs: number
  durationMs: number
  speed: number
  /** 0..1 */
  volume: number
  /** Played again and again while set. */
  loop: Span | null
  /** A moment is played to here and no further. */
  stopAtMs: number | null
  /** One sentence: why nothing can be heard. */
  problem: string | null
}

/** The sound of one recording, played. Whatever moves it by hand ends the playing of a single moment. */
export interface Sound {
  store: StoreApi<SoundState>
  play(): void
  pause(): void
  toggle(): void
  seek(ms: number): void
  /** Plays from a second before the span to its end. */
  playMoment(span: Span): void
  setLoop(loop: Span | null): void
  setSpeed(speed: number): void
  stepSpeed(direction: 1 | -1): void
  setVolume(volume: number): void
  /** Begins to load it; gives the function that ends it. */
  open(): () => void
}

const leadInMs = 1000

/**
 * A recording to be played, paused at `startMs`. `durationMs` as it was heard; the browser's own figure is taken where that is
 * not known. Pitch stays as it is at every speed.
 */
export function createSound(
  mediaPath: string,
  { durationMs, startMs }: { durationMs: number; startMs: number },
): Sound {
  const audio = new Audio()
  audio.preload = 'metadata'
  audio.preservesPitch = true
  const store = createStore<SoundState>(() => ({
    isPlaying: false,
    positionMs: within(startMs, durationMs),
    durationMs,
    speed: keptSpeed(),
    volume: keptVolume(),
    loop: null,
    stopAtMs: null,
    problem: null,
  }))
  const { getState: state, setState: set } = store
  audio.defaultPlaybackRate = state().speed
  audio.playbackRate = state().speed
  audio.volume = state().volume
  let frame = 0

  const move = (ms: number) => {
    const positionMs = within(ms, state().durationMs)
    // Before the browser knows the file it takes no position; it gets this one once it does.
    if (audio.readyState > 0) audio.currentTime = positionMs / 1000
    set({ positionMs })
  }
  /** Takes in how far it is, and ends a loop or a moment. */
  const advance = () => {
    // asked to play before it knows the file: the position is still where it is to begin
    if (audio.readyState === 0) return
    const { loop, stopAtMs } = state()
    const positionMs = audio.currentTime * 1000
    if (loop && crossedEnd(positionMs, loop)) move(loop.startMs)
    else if (stopAtMs !== null && positionMs >= stopAtMs) {
      audio.pause()
      set({ positionMs: stopAtMs, stopAtMs: null })
    } else set({ positionMs })
  }
  const follow = () => {
    advance()
    if (!audio.paused) frame = requestAnimationFrame(follow)
  }
  audio.addEventListener('loadedmetadata', () => {
    if (state().durationMs <= 0 && Number.isFinite(audio.duration)) set({ durationMs: audio.duration * 1000 })
    if (state().positionMs > 0) audio.currentTime = state().positionMs / 1000
  })
  audio.addEventListener('play', () => {
    set({ isPlaying: true, problem: null })
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(follow)
  })
  audio.addEventListener('pause', () => set({ isPlaying: false }))
  audio.addEventListener('ended', () => {
    const { loop } = state()
    if (!loop) return set({ isPlaying: false, stopAtMs: null, positionMs: state().durationMs })
    move(loop.startMs)
    start()
  })
  // A window in the background gets no frames, one that is covered or on a busy machine hardly any; a loop or a moment ends in time all the same.
  audio.addEventListener('timeupdate', () => {
    if (!audio.paused) advance()
  })
  audio.addEventListener('error', () => {
    // Closing takes the source away, which is no failure either.
    if (!audio.hasAttribute('src')) return
    set({
      isPlaying: false,
      problem: t`The sound could not be loaded. Check that the recording is still where it was, then open this page again.`,
    })
  })
  const start = () => {
    audio.play().catch((error: unknown) => {
      // Pausing while it starts is no failure.
      if (error instanceof DOMException && error.name === 'AbortError') return
      set({
        isPlaying: false,
        problem:
          state().problem ??
          t`The sound could not be played. Press play once more; if it stays silent, check the sound of this machine.`,
      })
    })
  }

  const sound: Sound = {
    store,
    play() {
      if (state().positionMs >= state().durationMs - 50) move(state().loop?.startMs ?? 0)
      start()
    },
    pause: () => audio.pause(),
    toggle: () => (audio.paused ? sound.play() : audio.pause()),
    seek(ms) {
      set({ stopAtMs: null })
      const { loop } = state()
      // Going elsewhere leaves the loop, or one would be thrown back at once.
      if (loop && (ms < loop.startMs || ms >= loop.endMs)) set({ loop: null })
      move(ms)
    },
    playMoment({ startMs, endMs }) {
      sound.seek(Math.max(0, startMs - leadInMs))
      set({ stopAtMs: Math.max(endMs, startMs + leadInMs), loop: null })
      start()
    },
    setLoop(loop) {
      set({ loop, stopAtMs: null })
      if (loop && !(state().positionMs >= loop.startMs && state().positionMs < loop.endMs)) move(loop.startMs)
    },
    setSpeed(speed) {
      audio.playbackRate = speed
      audio.defaultPlaybackRate = speed
      set({ speed })
      keepSpeed(speed)
    },
    stepSpeed: (direction) => sound.setSpeed(nextSpeed(state().speed, direction)),
    setVolume(volume) {
      audio.volume = volume
      set({ volume })
      keepVolume(volume)
    },
    open() {
      audio.src = mediaPath
      const stopListening = onCovered(() => audio.pause())
      return () => {
        stopListening()
        cancelAnimationFrame(frame)
        audio.pause()
        audio.removeAttribute('src')
        audio.load()
      }
    },
  }
  return sound
}

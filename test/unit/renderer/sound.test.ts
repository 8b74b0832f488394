import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// what may cover the page listens to the window, which is not here
vi.stubGlobal('window', new EventTarget())
const { createSound } = await import('../../../renderer/app/sound/sound.ts')

/** As much of the browser's player as plays without sound; what it tells, the test says. */
class SilentAudio extends EventTarget {
  readyState = 4
  paused = true
  currentTime = 0
  duration = 60
  playbackRate = 1
  defaultPlaybackRate = 1
  volume = 1
  preload = ''
  preservesPitch = true
  src = ''

  async play(): Promise<void> {
    this.paused = false
    this.dispatchEvent(new Event('play'))
  }

  pause(): void {
    this.paused = true
    this.dispatchEvent(new Event('pause'))
  }

  goesOnTo(seconds: number): void {
    this.currentTime = seconds
    this.dispatchEvent(new Event('timeupdate'))
  }
}

let audio: SilentAudio

beforeEach(() => {
  audio = new SilentAudio()
  vi.stubGlobal('Audio', function Audio() {
    return audio
  })
  // a browser that draws no frame: the window is covered, or the machine is busy
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('cancelAnimationFrame', () => {})
})
afterEach(() => void vi.unstubAllGlobals())

test('a moment ends at its end, also where no frame is drawn', () => {
  const sound = createSound('/media/1', { durationMs: 60_000, startMs: 0 })
  sound.playMoment({ startMs: 10_000, endMs: 14_000 })
  expect(audio.currentTime).toBe(9)
  audio.goesOnTo(13.9)
  expect(sound.store.getState()).toMatchObject({ isPlaying: true, positionMs: 13_900 })
  audio.goesOnTo(14.1)
  expect(audio.paused).toBe(true)
  expect(sound.store.getState()).toMatchObject({ isPlaying: false, positionMs: 14_000, stopAtMs: null })
})

test('a loop begins again at its end, also where no frame is drawn', () => {
  const sound = createSound('/media/1', { durationMs: 60_000, startMs: 0 })
  sound.setLoop({ startMs: 20_000, endMs: 25_000 })
  sound.play()
  audio.goesOnTo(25.1)
  expect(audio.currentTime).toBe(20)
  expect(sound.store.getState()).toMatchObject({ isPlaying: true, positionMs: 20_000 })
})

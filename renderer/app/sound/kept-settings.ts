import { speeds } from './playback.ts'

// How one listens is a habit of the person at this screen, so it stays in this browser.

const speedKey = 'debrief.playback-speed'
const volumeKey = 'debrief.playback-volume'

function kept(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null
  } catch {
    return null
  }
}

function keep(key: string, value: number): void {
  try {
    globalThis.localStorage?.setItem(key, String(value))
  } catch {
    // A browser that keeps nothing plays all the same.
  }
}

/** The speed one listened at last; 1 at first. */
export function keptSpeed(): number {
  const value = Number(kept(speedKey))
  return speeds.find((speed) => speed === value) ?? 1
}

/** The volume one listened at last, 0..1. */
export function keptVolume(): number {
  const text = kept(volumeKey)
  const value = Number(text)
  return text !== null && value >= 0 && value <= 1 ? value : 1
}

export const keepSpeed = (speed: number): void => keep(speedKey, speed)
export const keepVolume = (volume: number): void => keep(volumeKey, volume)

const KEY = 'debrief.last-use'
const KEPT_EVERY_MS = 5000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Whether somebody is at work in a page of this browser, by when it was last used; pages of the same browser share that. */
export interface Presence {
  /** How long nobody has used any of them, milliseconds. */
  unusedMs(): number
  /** Whether this page was used since one last asked. */
  wasUsed(): boolean
  stop(): void
}

/** Begins to watch; that counts as use. */
export function watchPresence(): Presence {
  let lastKept = 0
  let isUsed = false
  const note = () => {
    isUsed = true
    const now = Date.now()
    if (Math.abs(now - lastKept) < KEPT_EVERY_MS) return
    lastKept = now
    localStorage.setItem(KEY, String(now))
  }
  note()
  for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true })
  return {
    unusedMs: () => Date.now() - Number(localStorage.getItem(KEY) ?? 0),
    wasUsed() {
      const before = isUsed
      isUsed = false
      return before
    },
    stop() {
      for (const sign of SIGNS) window.removeEventListener(sign, note, { capture: true })
    },
  }
}

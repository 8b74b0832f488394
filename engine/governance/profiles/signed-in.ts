/** Who has entered which profile: kept in memory for as long as the engine is open, by the caller a door names. */
export interface SignedIn {
  /** The profile of a caller; null for nobody, and after as long without a call as `idleMinutes` says. Counts as a call. */
  profileOf(caller: string): number | null
  /** The same, and counts as none: what goes on by itself keeps nobody in. */
  peek(caller: string): number | null
  enter(caller: string, profileId: number): void
  leave(caller: string): void
  /** Everybody leaves, as when other profiles took the place of these. */
  leaveEverybody(): void
  /** Everybody leaves a profile, as when it was removed or its passphrase changed. */
  leaveAll(profileId: number): void
  /** When somebody who is in a profile last made a call, epoch ms; null where nobody is. */
  lastCall(profileId: number): number | null
}

/** The same to look at without being a call: to ask who is here keeps nobody in. */
export const unnoticed = ({ peek }: Pick<SignedIn, 'peek'>): Pick<SignedIn, 'profileOf'> => ({
  profileOf: peek,
})

const MINUTE_MS = 60_000

/** `idleMinutes` is asked at every call, since a policy may change it. */
export function createSignedIn(now: () => number, idleMinutes: () => number | null): SignedIn {
  const entered = new Map<string, { profileId: number; lastAt: number }>()
  const standing = (caller: string) => {
    const found = entered.get(caller)
    if (!found) return null
    const minutes = idleMinutes()
    if (minutes === null || now() - found.lastAt <= minutes * MINUTE_MS) return found
    entered.delete(caller)
    return null
  }
  return {
    profileOf(caller) {
      const found = standing(caller)
      if (!found) return null
      found.lastAt = now()
      return found.profileId
    },
    peek: (caller) => standing(caller)?.profileId ?? null,
    enter: (caller, profileId) => void entered.set(caller, { profileId, lastAt: now() }),
    leave: (caller) => void entered.delete(caller),
    leaveEverybody: () => entered.clear(),
    lastCall(profileId) {
      const times = [...entered].flatMap(([caller]) => {
        const found = standing(caller)
        return found?.profileId === profileId ? [found.lastAt] : []
      })
      return times.length === 0 ? null : Math.max(...times)
    },
    leaveAll(profileId) {
      for (const [caller, found] of entered) if (found.profileId === profileId) entered.delete(caller)
    },
  }
}

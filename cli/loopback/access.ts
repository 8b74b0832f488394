import { randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may use a loopback door: whoever opened a link that was shown in the terminal. A link works once and turns into a session
 * secret of its own, which the browser keeps in a cookie that scripts and other sites cannot use.
 */
export interface Access {
  /** A new key for one link. */
  newKey(): string
  /** Whether the key is good; it is used up by asking. */
  useKey(key: string): boolean
  /** Which session a secret is of; null for none. The name tells callers apart and is no secret. */
  sessionOf(secret: string | undefined): string | null
  /** Begins a session; gives its secret. */
  newSession(): string
}

const MOST_SESSIONS = 1000

export function createAccess(): Access {
  const sessions = new Map<string, string>()
  const keys = new Set<string>()
  return {
    newSession() {
      const secret = randomSecret()
      sessions.set(secret, `browser ${sessions.size + 1}`)
      // a browser that is still open after so many links opens one again
      if (sessions.size > MOST_SESSIONS) sessions.delete(sessions.keys().next().value!)
      return secret
    },
    newKey() {
      const key = randomSecret()
      keys.add(key)
      return key
    },
    useKey(key) {
      const found = [...keys].find((known) => isSame(known, key))
      return found !== undefined && keys.delete(found)
    },
    sessionOf(secret) {
      if (secret === undefined) return null
      return [...sessions].find(([known]) => isSame(known, secret))?.[1] ?? null
    },
  }
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares without telling by its duration how much was right. */
function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

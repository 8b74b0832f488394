import { randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may use a loopback door: whoever opened a link that was shown in the terminal. A link works once and turns into a session
 * secret, which the browser keeps in a cookie that scripts and other sites cannot use.
 */
export interface Access {
  /** A new key for one link. */
  newKey(): string
  /** Whether the key is good; it is used up by asking. */
  useKey(key: string): boolean
  isSession(secret: string | undefined): boolean
  sessionSecret: string
}

export function createAccess(): Access {
  const sessionSecret = randomSecret()
  const keys = new Set<string>()
  return {
    sessionSecret,
    newKey() {
      const key = randomSecret()
      keys.add(key)
      return key
    },
    useKey(key) {
      const found = [...keys].find((known) => isSame(known, key))
      return found !== undefined && keys.delete(found)
    },
    isSession: (secret) => secret !== undefined && isSame(secret, sessionSecret),
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

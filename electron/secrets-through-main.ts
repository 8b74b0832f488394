import { environmentSecrets, Problem, type Secrets } from '../engine/index.ts'
import type { KeychainAnswer, KeychainOrder } from './engine-messages.ts'

/**
 * Keys as the engine's process sees them: main alone reaches the system's keychain. Where there is none, the environment gives them, as it
 * does everywhere else. `take` is given what main says of them.
 */
export function secretsThroughMain(answer: (answer: KeychainAnswer) => void): {
  secrets: Secrets
  take(order: KeychainOrder): void
} {
  let known: Map<string, string> | null = null
  const waiting = new Map<number, (problem: string | null) => void>()
  let requests = 0
  return {
    secrets: {
      get keptIn() {
        return known ? 'keychain' : environmentSecrets.keptIn
      },
      get: (name) => (known ? (known.get(name) ?? null) : environmentSecrets.get(name)),
      set(name, value) {
        const now = known
        if (!now) return environmentSecrets.set(name, value)
        return new Promise((resolve, reject) => {
          const request = ++requests
          waiting.set(request, (problem) => {
            waiting.delete(request)
            if (problem !== null) return reject(new Problem('DISK_FULL', problem))
            if (value === null) now.delete(name)
            else now.set(name, value)
            resolve()
          })
          answer({ type: 'secret-set', request, name, value })
        })
      },
    },
    take(order) {
      if (order.type === 'keychain') known = order.known && new Map(Object.entries(order.known))
      else waiting.get(order.request)?.(order.problem)
    },
  }
}

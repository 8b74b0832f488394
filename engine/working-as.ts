import { AsyncLocalStorage } from 'node:async_hooks'

const working = new AsyncLocalStorage<string | null>()

/** Does `task` under the name of a profile that was entered; null where there is none, and whoever is here says who they are. */
export function workingAs<Result>(name: string | null, task: () => Result): Result {
  return working.run(name, task)
}

/** The name of the profile at work here, which nobody can choose; null where none was entered. */
export function nameAtWork(): string | null {
  return working.getStore() ?? null
}

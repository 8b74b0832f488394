/** Lets one writing task run at a time, in the order they came; reads never wait. */
export interface WriteQueue {
  run<Result>(task: () => Result | Promise<Result>): Promise<Result>
  /** Resolves when everything queued so far is done. */
  idle(): Promise<void>
}

/** A new, empty queue. A task that throws does not stop the ones behind it. */
export function createWriteQueue(): WriteQueue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const result = last.then(task)
      last = result.catch(() => undefined)
      return result
    },
    async idle() {
      await last
    },
  }
}

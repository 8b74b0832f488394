/** Runs what it is given one after the other, whatever becomes of each. */
export interface Turns {
  run<Result>(task: () => Promise<Result>): Promise<Result>
  idle(): Promise<void>
  /** Whether nothing is left to run: what an earlier task came to may then be shown. */
  isIdle(): boolean
}

/** An empty line. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    run(task) {
      waiting += 1
      const mine = last.then(task).finally(() => {
        waiting -= 1
      })
      last = mine.catch(() => undefined)
      return mine
    },
    async idle() {
      await last
    },
    isIdle: () => waiting === 0,
  }
}

/** Runs what it is given one after the other, whatever becomes of each. */
interface Turns {
  run<Result>(task: () => Promise<Result>): Promise<Result>
}

/** An empty line. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const mine = last.then(task)
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

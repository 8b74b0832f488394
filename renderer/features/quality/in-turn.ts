/** Runs what it is given one after the other, whatever becomes of each. */
export function createTurns(): {
  run(task: () => Promise<unknown>): Promise<unknown>
  idle(): Promise<void>
} {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const mine = last.then(task)
      last = mine.catch(() => undefined)
      return mine
    },
    async idle() {
      await last
    },
  }
}

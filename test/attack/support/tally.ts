import { afterAll } from 'vitest'

/** Attacks of one suite, counted as they are made and as they get through. */
export interface Tally {
  /** Counts one attack; gives back what it is told, for an expectation. */
  tried(gotThrough: boolean): boolean
}

/** Says at the end of a suite in one line what it came to: `attack: stored XSS: 412 tried, 0 got through`. */
export function tally(suite: string): Tally {
  let all = 0
  let through = 0
  afterAll(() => process.stdout.write(`attack: ${suite}: ${all} tried, ${through} got through\n`))
  return {
    tried(gotThrough) {
      all += 1
      if (gotThrough) through += 1
      return gotThrough
    },
  }
}

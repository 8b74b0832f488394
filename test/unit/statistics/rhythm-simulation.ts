import { silenceAtEnd, ordinaryWait } from '../../../engine/statistics/index.ts'
import { seededRandom } from '../../../engine/statistics/seeded-random.ts'

/** A source that brings rows as one does: never stopped, unless `stopsBeforeDays` says so. */
export interface SimulatedSource {
  /** Mean rows of a working day. */
  mean: number
  /** Whether nothing comes of Saturdays and Sundays. */
  restsAtWeekends: boolean
  /** Days between files; rows are seen once their file is there. */
  fileEveryDays: number
  /** How late a file may come. */
  latestDays: number
  /** Days off a year beside weekends; half of them lie beside one. */
  daysOff: number
}

const LOOKED_AT = 84
const HISTORY = 200
/** A false alarm in a hundred, over five kinds of data. */
const LEVEL = 0.01 / 5

function poisson(random: () => number, mean: number): number {
  let n = 0
  for (let product = random(); product > Math.exp(-mean); product *= random()) n++
  return n
}

/** How often `worlds` sources, each looked at on one day, are called stopped; those that did stop, so many days before. */
export function alarmShare(
  source: SimulatedSource,
  worlds: number,
  seed: number,
  stoppedDays = 0,
  knowsFiles = true,
): number {
  const random = seededRandom(seed)
  let alarms = 0
  for (let world = 0; world < worlds; world++) {
    const today = HISTORY + Math.floor(random() * 60)
    const off = new Set<number>()
    for (let n = 0; n < (source.daysOff * today) / 365; n++) {
      const day = Math.floor(random() * today)
      // day number 0 was a Thursday: 1 is a Friday, 4 a Monday
      off.add(random() < 0.5 ? day - (day % 7) + (random() < 0.5 ? 1 : 4) : day)
    }
    const counts = Array.from({ length: today + 1 }, (_, day) => {
      const rests = off.has(day) || (source.restsAtWeekends && (day % 7 === 2 || day % 7 === 3))
      return rests || day > today - stoppedDays ? 0 : poisson(random, source.mean * (0.7 + 0.6 * random()))
    })
    const files: number[] = []
    let seenTo = -1
    for (let end = Math.floor(random() * source.fileEveryDays); end <= today; end += source.fileEveryDays) {
      const newest = counts.findLastIndex((n, day) => n > 0 && day <= end && day > seenTo)
      if (end + Math.floor(random() * (source.latestDays + 1)) > today || newest < 0) continue
      files.push(newest)
      seenTo = end
    }
    const seen = counts.map((n, day) => (day <= seenTo ? n : 0)).slice(-LOOKED_AT)
    if (silenceAtEnd(seen, today - LOOKED_AT + 1, LEVEL, knowsFiles ? ordinaryWait(files) : 0)) alarms++
  }
  return alarms / worlds
}

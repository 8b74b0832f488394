import { addDays, dayStartMs } from '../days.ts'

const HOUR_MS = 3_600_000

/** When everything of the history happened, in days before the last day of the sample (a Sunday). */
export const CALENDAR = {
  published: 24,
  draws: [
    // the first looks back further and takes more, so that there is enough to judge the rules by
    { drawn: 14, upTo: 15, perAgent: 8, scoredOn: [13, 12, 11, 10], submittedOn: [10] },
    { drawn: 8, upTo: 9, perAgent: 3, scoredOn: [6, 5], submittedOn: [6, 5] },
    { drawn: 3, upTo: 4, perAgent: 4, scoredOn: [3, 2], submittedOn: [3, 2] },
  ],
  firstCalibration: { made: 10, scored: 9, settled: 9 },
  riskDraw: { drawn: 7, upTo: 9 },
  requests: { asked: 4, settleUpTo: 5 },
  secondCalibration: { made: 2, scored: 1 },
  /** Hardly begun. */
  lastDraw: { drawn: 0, upTo: 0, perAgent: 2, begun: 0 },
  ordinary: { first: 16, second: 13, third: 6, group: 5 },
  /** `due` lies after the end. */
  finding: { kept: 12, taken: 9, noted: 4, due: 19 },
  disputes: { raised: 1, decided: 0 },
} as const

/** The instant of an hour (UTC) so many days before the end. */
export function instantOf(endDay: string, daysBack: number, hour: number): number {
  return dayStartMs(addDays(endDay, -daysBack)) + hour * HOUR_MS
}

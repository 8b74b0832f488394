/** Logarithms beyond this (some thousand years, in seconds) come from broken data and would overflow. */
const LARGEST_LOG = 30

function bounded(log: number): number {
  return Math.min(LARGEST_LOG, Math.max(-LARGEST_LOG, log))
}

/**
 * The mean duration that a log-normal with the given mean and variance of its logarithms has: exp(mu + s2 /
 * 2). In seconds where the logarithms are of seconds; kept within exp(-30)..exp(30).
 */
export function durationFromLog(meanOfLogs: number, varianceOfLogs: number): number {
  return Math.exp(bounded(meanOfLogs + varianceOfLogs / 2))
}

/**
 * The mean of logarithms whose mean duration is the given one; as small as can be for a duration of 0 or
 * less.
 */
export function logFromDuration(duration: number, varianceOfLogs: number): number {
  return (duration > 0 ? bounded(Math.log(duration)) : -LARGEST_LOG) - varianceOfLogs / 2
}

/**
 * The mean duration that a log-normal with the given mean and variance of its logarithms has: exp(mu + s2 / 2). In seconds where
 * the logarithms are of seconds.
 */
export function durationFromLog(meanOfLogs: number, varianceOfLogs: number): number {
  return Math.exp(meanOfLogs + varianceOfLogs / 2)
}

/** The mean of logarithms whose mean duration is the given one; -Infinity for a duration of 0 or less. */
export function logFromDuration(duration: number, varianceOfLogs: number): number {
  return duration > 0 ? Math.log(duration) - varianceOfLogs / 2 : -Infinity
}

/** A run of frames (or hops), end exclusive. */
export interface Run {
  start: number
  end: number
}

/** Runs of flagged entries, in order. */
export function runsOf(flags: Uint8Array): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < flags.length; at++) {
    if (flags[at] === 0) continue
    const start = at
    while (at < flags.length && flags[at] !== 0) at++
    runs.push({ start, end: at })
  }
  return runs
}

/** Runs with gaps of up to `gap` closed. */
export function closeGaps(runs: readonly Run[], gap: number): Run[] {
  const closed: Run[] = []
  for (const run of runs) {
    const last = closed.at(-1)
    if (last !== undefined && run.start - last.end <= gap) last.end = run.end
    else closed.push({ ...run })
  }
  return closed
}

/** Flags every entry of the runs, each made longer by `margin` on both sides. */
export function flagRuns(flags: Uint8Array, runs: readonly Run[], margin: number): void {
  for (const { start, end } of runs)
    flags.fill(1, Math.max(0, start - margin), Math.min(flags.length, end + margin))
}

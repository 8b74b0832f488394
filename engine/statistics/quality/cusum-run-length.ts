import { cusumSteps, type CusumDesign } from './bernoulli-cusum.ts'

const MOST_PARTS = 60
const MOST_OBSERVATIONS = 2_000_000

/** The chart on whole numbers: an event goes up, anything else down, in units of `unit`. */
interface Lattice {
  up: number
  down: number
  unit: number
}

/**
 * The step down is cut into so many parts (at most 60) that the step up is a whole number of them as nearly as can be: the
 * design of Reynolds & Stoumbos (1999), who cut it into one and move p1 instead.
 */
function latticeOf(shares: Pick<CusumDesign, 'inControlShare' | 'outOfControlShare'>): Lattice {
  const { ofEvent, ofNone } = cusumSteps(shares)
  let best: Lattice = { up: 1, down: 1, unit: -ofNone }
  let leastError = Infinity
  for (let down = 1; down <= MOST_PARTS; down++) {
    const unit = -ofNone / down
    const up = Math.round(ofEvent / unit)
    const error = Math.abs(ofEvent - up * unit)
    if (up > 0 && error < leastError - 1e-12) {
      leastError = error
      best = { up, down, unit }
    }
  }
  return best
}

/**
 * Mean number of observations until a chart on whole numbers reaches `limit`: the sum of the chances to be still quiet after
 * 0, 1, 2 ... observations, its tail a geometric series once the chance to stay quiet has settled (Brook & Evans 1972).
 */
function latticeRunLength({ up, down }: Lattice, limit: number, share: number): number {
  let at = new Float64Array(limit)
  let next = new Float64Array(limit)
  at[0] = 1
  let quiet = 1
  let sum = 0
  let lastRatio = -1
  let settled = 0
  for (let observation = 0; observation < MOST_OBSERVATIONS; observation++) {
    sum += quiet
    next.fill(0)
    let stillQuiet = 0
    for (let state = 0; state < limit; state++) {
      const chance = at[state]!
      if (chance === 0) continue
      next[state > down ? state - down : 0]! += (1 - share) * chance
      if (state + up < limit) next[state + up]! += share * chance
    }
    for (let state = 0; state < limit; state++) stillQuiet += next[state]!
    ;[at, next] = [next, at]
    const ratio = stillQuiet / quiet
    if (stillQuiet < 1e-15) return sum
    // at first nothing can have signalled, and the ratio stands at 1
    settled = ratio < 1 && Math.abs(ratio - lastRatio) < 1e-12 ? settled + 1 : 0
    if (settled >= 5) return sum + stillQuiet / (1 - ratio)
    lastRatio = ratio
    quiet = stillQuiet
  }
  return sum
}

/** Mean number of observations until the chart signals when events happen with probability `share`. */
export function runLength(design: CusumDesign, share: number): number {
  const lattice = latticeOf(design)
  return latticeRunLength(lattice, Math.max(1, Math.ceil(design.limit / lattice.unit)), share)
}

/**
 * The chart of two shares whose limit is the least that gives an in-control run of `leastRunLength` observations on average.
 * Run lengths are exact (a Markov chain on the lattice of the two steps), not simulated; the run is a little longer than asked,
 * since a lattice has gaps. The limit lies half a unit under its lattice point, out of the reach of rounding.
 */
export function designCusum(
  inControlShare: number,
  outOfControlShare: number,
  leastRunLength = 500,
): CusumDesign & { inControlRunLength: number } {
  const shares = { inControlShare, outOfControlShare }
  const lattice = latticeOf(shares)
  const lengthAt = (limit: number) => latticeRunLength(lattice, limit, inControlShare)
  let high = lattice.up
  while (lengthAt(high) < leastRunLength) high *= 2
  let low = 0
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (lengthAt(middle) < leastRunLength) low = middle
    else high = middle
  }
  return { ...shares, limit: (high - 0.5) * lattice.unit, inControlRunLength: lengthAt(high) }
}

import {
  decideMove,
  groupErrors,
  startingStanding,
  type CountedAnswer,
  type DoubleScoredAnswer,
  type TrustMove,
} from '../../../engine/quality/trust/index.ts'
import {
  designCusum,
  empiricalQuantile,
  observe,
  quietCusum,
  runLength,
} from '../../../engine/statistics/index.ts'
import type { Random } from '../simulation/random.ts'
import { gwetAc1 } from './gwet-ac1.ts'
import { noStrata, scoredAnswer, someStrata } from './scored-world.ts'

const MOST_ANSWERS = 400

function promotionIn(random: Random, rightShare: number): TrustMove | null {
  const answers: DoubleScoredAnswer[] = []
  for (let at = 1; at <= MOST_ANSWERS; at++) answers.push(scoredAnswer(random, at, rightShare, noStrata))
  return decideMove(startingStanding('1'), { scorerVersion: '1', answers }, gwetAc1)
}

/** How often a scorer of that true agreement is promoted at any of the four looks, and at how many answers. */
export function promotions(random: Random, rightShare: number, replications: number) {
  const at: number[] = []
  for (let i = 0; i < replications; i++) {
    const move = promotionIn(random, rightShare)
    if (move !== null) at.push(move.at!)
  }
  return {
    rightShare,
    promoted: at.length / replications,
    atFirstLook: at.filter((n) => n === 50).length / replications,
    medianAnswers: empiricalQuantile(at, 0.5),
  }
}

/** Observations until a chart of these shares signals, with `before` at the in-control share and the rest at `share`. */
function signalAfter(
  random: Random,
  design: ReturnType<typeof designCusum>,
  before: number,
  share: number,
): number | null {
  let state = quietCusum
  for (let n = 1; n <= before; n++) {
    state = observe(state, random.uniform() < design.inControlShare, design)
    if (state.signalledAt !== null) return null
  }
  while (state.signalledAt === null) state = observe(state, random.uniform() < share, design)
  return state.signalledAt - before
}

/** In-control run of a chart, worked out and simulated, and how soon a rise is seen after 100 quiet observations. */
export function charts(random: Random, inControl: number, raisedTo: number, replications: number) {
  const design = designCusum(inControl, Math.max(0.2, inControl + 0.1))
  let sum = 0
  const delays: number[] = []
  for (let i = 0; i < replications; i++) {
    sum += signalAfter(random, design, 0, inControl)!
    const delay = signalAfter(random, design, 100, raisedTo)
    if (delay !== null) delays.push(delay)
  }
  return {
    inControl,
    limit: design.limit,
    exactRun: design.inControlRunLength,
    simulatedRun: sum / replications,
    raisedTo,
    exactFromQuiet: runLength(design, raisedTo),
    medianDelay: empiricalQuantile(delays, 0.5)!,
    lateDelay: empiricalQuantile(delays, 0.9)!,
  }
}

/** What an honest chart does with a disagreement measured on few answers: audits until a good scorer is taken back. */
export function falseDemotions(random: Random, rightShare: number, audits: number, replications: number) {
  let promoted = 0
  let demoted = 0
  while (promoted < replications) {
    const move = promotionIn(random, rightShare)
    if (move === null) continue
    promoted++
    const answers = Array.from({ length: audits }, (_, i) =>
      scoredAnswer(random, MOST_ANSWERS + 1 + i, rightShare, noStrata),
    )
    const standing = { ...move.standing, state: 'trusted' as const }
    if (decideMove(standing, { scorerVersion: '1', answers }, gwetAc1) !== null) demoted++
  }
  return { rightShare, audits, demoted: demoted / promoted }
}

/**
 * Groups excluded at any of the checks, one after every 50 answers up to 400: of worlds in which all groups are alike, the share in
 * which any is; of worlds in which one of eight teams is served worse, the share in which that one is.
 */
export function exclusions(
  random: Random,
  rightShare: number,
  badTeamShare: number | null,
  replications: number,
) {
  let anyExcluded = 0
  let badFound = 0
  let badFoundEarly = 0
  let groups = 0
  let wronglyExcluded = 0
  for (let i = 0; i < replications; i++) {
    const answers: CountedAnswer[] = []
    const excluded = new Set<string>()
    const seen = new Set<string>()
    for (let at = 1; at <= MOST_ANSWERS; at++) {
      const strata = someStrata(random, 8)
      const right = badTeamShare !== null && strata.team === 'team 1' ? badTeamShare : rightShare
      answers.push(scoredAnswer(random, at, right, strata) as CountedAnswer)
      if (at % 50 !== 0) continue
      for (const { stratum, value, verdict } of groupErrors(answers)) {
        seen.add(`${stratum} ${value}`)
        if (verdict === 'fails') excluded.add(`${stratum} ${value}`)
      }
      if (at === 200 && excluded.has('team team 1')) badFoundEarly++
    }
    const wrong = [...excluded].filter((group) => badTeamShare === null || group !== 'team team 1')
    if (wrong.length > 0) anyExcluded++
    if (excluded.has('team team 1')) badFound++
    wronglyExcluded += wrong.length
    groups += seen.size
  }
  return {
    rightShare,
    badTeamShare,
    anyWrong: anyExcluded / replications,
    wrongOfGroups: wronglyExcluded / groups,
    badFoundAt200: badFoundEarly / replications,
    badFoundAt400: badFound / replications,
  }
}

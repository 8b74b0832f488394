// Does trust go to the right scorers? Promotion, charts, groups, and the sampling and severity they rest on, in simulation.
import { parseArgs } from 'node:util'
import { randomFrom } from '../simulation/random.ts'
import { mixedSampling, severity } from './sampling-and-severity.ts'
import { charts, exclusions, falseDemotions, promotions } from './trust-simulation.ts'

const { values } = parseArgs({
  options: {
    replications: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const replications = Number(values.replications)
const fewer = Math.max(1, Math.round(replications / 5))
const random = randomFrom(Number(values.seed))
const started = performance.now()
const report = {
  promotions: [0.7, 0.75, 0.8, 0.85, 0.9, 0.95].map((share) => promotions(random, share, replications)),
  charts: [0.02, 0.05, 0.1, 0.15].map((share) => charts(random, share, 0.25, replications)),
  falseDemotions: [0.9, 0.95, 0.98].map((share) => falseDemotions(random, share, 200, fewer)),
  exclusions: [
    exclusions(random, 0.95, null, fewer),
    exclusions(random, 0.9, null, fewer),
    exclusions(random, 0.85, null, fewer),
    exclusions(random, 0.95, 0.7, fewer),
    exclusions(random, 0.95, 0.6, fewer),
  ],
  sampling: mixedSampling(random, fewer),
  severity: [0, 0.04, 0.08].map((sd) => severity(random, sd, fewer)),
}
const percent = (share: number) => `${(100 * share).toFixed(1)}%`.padStart(7)
const number = (value: number | null) => (value === null ? 'never' : value.toFixed(0)).padStart(6)
const lines = [
  `${replications} replications (groups, sampling, severity: ${fewer}), seed ${values.seed}`,
  '',
  'promoted from shadow at any of the four looks (a fifth of the answers are fails)',
  ...report.promotions.map(
    (one) =>
      `true agreement ${one.rightShare.toFixed(2)}: ${percent(one.promoted)}, at 50 ${percent(one.atFirstLook)},` +
      ` median at ${number(one.medianAnswers)}`,
  ),
  '',
  'chart of disagreement: in-control run, and observations to see a rise to 0.25',
  ...report.charts.map(
    (one) =>
      `p0 ${one.inControl.toFixed(2)}: limit ${one.limit.toFixed(3)}, run ${number(one.exactRun)} exact, ` +
      `${number(one.simulatedRun)} simulated; seen after ${number(one.exactFromQuiet)} on average from 0, median` +
      ` ${number(one.medianDelay)} and 90% within ${number(one.lateDelay)} after 100 quiet ones`,
  ),
  '',
  'taken back although nothing changed (p0 as measured at promotion, both charts)',
  ...report.falseDemotions.map(
    (one) =>
      `true agreement ${one.rightShare.toFixed(2)}: ${percent(one.demoted)} within ${one.audits} audits`,
  ),
  '',
  'groups excluded at any of eight checks up to 400 answers (8 teams, 2 languages, 3 lengths, 3 of recognition)',
  ...report.exclusions.map((one) =>
    one.badTeamShare === null
      ? `all at ${one.rightShare.toFixed(2)}: any group in ${percent(one.anyWrong)} of the worlds, ${percent(one.wrongOfGroups)} of groups`
      : `one team at ${one.badTeamShare.toFixed(2)}, all others at ${one.rightShare.toFixed(2)}: found by 200` +
        ` ${percent(one.badFoundAt200)}, by 400 ${percent(one.badFoundAt400)}; another group in ${percent(one.anyWrong)}`,
  ),
  '',
  'random plan with a risk-based one beside',
  ...Object.entries(report.sampling).map(
    ([kind, { bias, covered }]) =>
      `${kind.padEnd(8)} bias ${(100 * bias).toFixed(2)} points, intervals that hold the truth ${percent(covered)}`,
  ),
  '',
  'reviewer severity',
  ...report.severity.map(
    (one) =>
      `reviewers' sd ${one.reviewerSd.toFixed(2)}: intervals that hold the truth ${percent(one.coverage)},` +
      ` error of agents' means kept ${percent(one.errorKept)}`,
  ),
  '',
  `simulation ${((performance.now() - started) / 1000).toFixed(1)} s`,
]
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${lines.join('\n')}\n`)

import { parseArgs } from 'node:util'
import { measureAssessment } from './assessment-speed.ts'
import { runRankingSimulation } from './ranking-simulation.ts'

const { values } = parseArgs({
  options: {
    replications: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})

const report = await runRankingSimulation({
  replications: Number(values.replications),
  seed: Number(values.seed),
})
const speed = [2000, 100, 16].map((peersPerGroup) => measureAssessment(2000, 30, peersPerGroup))
const percent = (share: number) => `${(100 * share).toFixed(1)}%`.padStart(7)
const lines = [
  `${report.replications} planted centres of 48 agents and 12 drivers, seed ${report.seed}`,
  '',
  `${'rule'.padEnd(28)} gain of all  of proposed  true proposals  put on people  per agent`,
  ...report.rules.map(
    (rule) =>
      `${rule.rule.padEnd(28)} ${percent(rule.shareOfAttainableGain)}      ${percent(rule.shareAmongProposed)}     ` +
      `${percent(rule.shareOfTrueProposals)}         ${percent(rule.systemicPutOnPeople)}        ` +
      rule.proposalsPerAgent.toFixed(2),
  ),
  '',
  `process problems found: team ${percent(report.systemic.teamFound)}, queue ${percent(report.systemic.queueFound)};` +
    ` findings that are true ${percent(report.systemic.trueFindings)}`,
  '',
  '95% intervals that hold the truth (3-12 observations per agent)',
  ...report.coverage.map(
    ({ model, agents, share, standardError }) =>
      `${model.padEnd(20)} ${String(agents).padStart(3)} agents ${percent(share)} ± ${(100 * standardError).toFixed(1)}`,
  ),
  '',
  'assessing 2,000 agents on 30 drivers',
  ...speed.map(
    ({ peersPerGroup, wallMs, processorMs }) =>
      `peer groups of ${String(peersPerGroup).padStart(4)}: ${(wallMs / 1000).toFixed(2)} s` +
      ` (${(processorMs / 1000).toFixed(2)} s of processor time)`,
  ),
  '',
  `simulation ${(report.milliseconds / 1000).toFixed(1)} s`,
]
process.stdout.write(values.json ? `${JSON.stringify({ ...report, speed })}\n` : `${lines.join('\n')}\n`)

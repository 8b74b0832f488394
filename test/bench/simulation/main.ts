import { parseArgs } from 'node:util'
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
    ({ model, agents, share }) =>
      `${model.padEnd(20)} ${String(agents).padStart(3)} agents ${percent(share)}`,
  ),
  '',
  `${(report.milliseconds / 1000).toFixed(1)} s`,
]
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${lines.join('\n')}\n`)

import { leftOutLines } from '../terminal/left-out.ts'
import type { PatternFindings } from '../../shared/contract/patterns.ts'
import { MOST_WINDOW_DAYS } from '../../shared/domain/time.ts'
import { command } from '../command.ts'
import { wholeNumber } from '../terminal/options.ts'

export const findings = command({
  name: 'findings',
  usage: 'findings [--days N]',
  summary:
    'Show what many conversations have in common: rushed statements, steps that only take time, questions left out.',
  options: { days: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run({ values, open }) {
    const days = wholeNumber('--days', values.days, 1, MOST_WINDOW_DAYS)
    const client = await open('read')
    const found = await client.patterns.findings({ days })
    return { data: found, text: [describe(found), ...(await leftOutLines(client))].join('\n') }
  },
})

function describe({ window, coverage, disclosures, waste, discovery }: PatternFindings): string {
  const list = (title: string, missing: string | null, sentences: string[], none: string) => [
    '',
    title,
    ...(missing === null ? (sentences.length > 0 ? sentences : [none]) : [missing]).map(
      (sentence) => `  ${sentence}`,
    ),
  ]
  return [
    `${window.from} to ${window.to}. ${coverage.sentence} Prompts for a look, not verdicts.`,
    ...list(
      'Rushed statements',
      disclosures.missing,
      disclosures.statements
        .filter(({ all }) => all !== null)
        .map(({ title, sentence }) => `${title}: ${sentence}`),
      'No required statement was found.',
    ),
    ...list(
      'Steps that only take time',
      waste.missing,
      waste.findings.map(({ sentence, outcomes }) =>
        [sentence, ...outcomes.map((outcome) => `    ${outcome.sentence}`)].join('\n  '),
      ),
      `None among ${waste.tested} phrases.`,
    ),
    ...list(
      'Questions left out (automated, unverified)',
      discovery.missing,
      discovery.questions.map(({ title, sentence }) => `${title}: ${sentence}`),
      'No question could be judged.',
    ),
  ].join('\n')
}

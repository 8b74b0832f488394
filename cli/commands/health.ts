import type { DataHealth, HealthFinding, HealthSeverity } from '../../shared/contract/health.ts'
import { command } from '../command.ts'

export const health = command({
  name: 'health',
  usage: 'health',
  summary: 'Show what is missing in the data, and for whom, so that silence is not read as good news.',
  options: {},
  positionals: { least: 0, most: 0 },
  async run({ open }) {
    const client = await open('read')
    const found = await client.health.report()
    return { data: found, text: describe(found) }
  },
})

const titles: Record<HealthSeverity, string> = {
  blocking: 'Misleads until it is mended',
  'worth-knowing': 'Worth knowing',
  note: 'Notes',
}

function describe({ sentence, findings, evaluations, window }: DataHealth): string {
  const shown = findings.filter(({ isSetAside }) => !isSetAside)
  const line = (one: HealthFinding) => `  ${one.sentence} ${one.todo}.`
  const aside = findings.length - shown.length
  const { agents, none, median, imported, drawn } = evaluations
  return [
    sentence,
    ...(Object.keys(titles) as HealthSeverity[]).flatMap((severity) => {
      const lines = shown.filter((one) => one.severity === severity).map(line)
      return lines.length === 0 ? [] : ['', titles[severity], ...lines]
    }),
    ...(window === null || agents === 0
      ? []
      : [
          '',
          `Evaluations from ${window.from} to ${window.to}: ${imported + drawn} of ${agents} agents (${imported} imported, ${drawn} drawn), ${median} for the agent in the middle, none for ${none}.`,
        ]),
    ...(aside === 0 ? [] : ['', `${aside} set aside until ${aside === 1 ? 'it changes' : 'they change'}.`]),
  ].join('\n')
}

import { leftOutLines } from '../terminal/left-out.ts'
import { writeFile } from 'node:fs/promises'
import { command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { findTeam } from '../terminal/find.ts'
import { day, wholeNumber, word } from '../terminal/options.ts'
import { MOST_WINDOW_DAYS } from '../../shared/domain/time.ts'

export const report = command({
  name: 'report',
  usage:
    'report weekly|director [--team T] [--to D] [--days N] [--format html|pdf] [--paper A4|Letter] [--output FILE]',
  summary: "Write a team's weekly report, or the director's across teams, as PDF or HTML.",
  options: {
    team: { type: 'string' },
    to: { type: 'string' },
    days: { type: 'string' },
    format: { type: 'string' },
    paper: { type: 'string' },
    output: { type: 'string' },
  },
  positionals: { least: 1, most: 1 },
  async run({ values, positionals: [asked], terminal, open }) {
    const kind = asked === 'weekly' || asked === 'director' ? asked : undefined
    if (!kind) throw new UsageError(`report writes weekly or director, not "${asked}".`)
    if (kind === 'director' && values.team !== undefined)
      throw new UsageError('The director’s report is across teams: leave --team out.')
    const format = word('--format', ['html', 'pdf'] as const, values.format) ?? formatOf(values.output)
    const to = day('--to', values.to)
    const days = wholeNumber('--days', values.days, 1, MOST_WINDOW_DAYS)
    const paper = word('--paper', ['A4', 'Letter'] as const, values.paper) ?? 'A4'
    const client = await open('read')
    const teamId = await findTeam(client, values.team)
    const file = await client.reports.write({ kind, format, teamId, to, days, paper })
    const path = terminal.resolve(values.output ?? file.fileName)
    await writeFile(path, Buffer.from(file.base64, 'base64'), { mode: 0o600 })
    return {
      data: { file: path, kind, format },
      text: [`Written to ${path}.`, ...(await leftOutLines(client))].join('\n'),
    }
  },
})

function formatOf(output: string | undefined): 'html' | 'pdf' {
  return output !== undefined && /\.html?$/i.test(output) ? 'html' : 'pdf'
}

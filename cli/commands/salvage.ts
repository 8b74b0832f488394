import { salvageWorkspace, saidOfSalvage } from '../../engine/salvaging.ts'
import { command } from '../command.ts'
import { unlockForCommand } from '../open-engine.ts'
import { figure, table } from '../terminal/table.ts'

export const salvage = command({
  name: 'salvage',
  usage: 'salvage [--to DIR]',
  summary: 'Save everything readable of a damaged workspace into a new one; the damaged one is only read.',
  options: { to: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run({ values, terminal, workspace }) {
    const to = values.to === undefined ? `${workspace}-salvaged` : terminal.resolve(values.to)
    await unlockForCommand(workspace, values['passphrase-file'], terminal)
    const report = salvageWorkspace(workspace, to, Date.now)
    const rows = report.tables
      .filter(({ lost }) => lost !== 0)
      .map((one) => [one.table, figure(one.saved), one.lost === null ? 'not known' : figure(one.lost)])
    return {
      data: report,
      text: [
        saidOfSalvage(report),
        ...(rows.length > 0 ? [table(['table', 'saved', 'lost'], rows)] : []),
      ].join('\n'),
    }
  },
})

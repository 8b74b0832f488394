import { folderForSaved, putInPlace, salvageWorkspace, saidOfSalvage } from '../../engine/salvaging.ts'
import { command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { unlockForCommand } from '../open-engine.ts'
import { figure, table } from '../terminal/table.ts'

export const salvage = command({
  name: 'salvage',
  usage: 'salvage [--to DIR | --in-place]',
  summary:
    'Save everything readable of a damaged workspace into a new one, or in the place of the damaged file, which is kept beside it.',
  options: { to: { type: 'string' }, 'in-place': { type: 'boolean' } },
  positionals: { least: 0, most: 0 },
  async run({ values, terminal, workspace }) {
    const isInPlace = values['in-place'] === true
    if (isInPlace && values.to !== undefined)
      throw new UsageError('Give either --to or --in-place: what is saved lies in one place.')
    const to =
      values.to !== undefined
        ? terminal.resolve(values.to)
        : isInPlace
          ? folderForSaved(workspace)
          : `${workspace}-salvaged`
    await unlockForCommand(workspace, values['passphrase-file'], terminal)
    const saved = salvageWorkspace(workspace, to, Date.now)
    if (isInPlace) putInPlace(workspace, to)
    const report = isInPlace ? { ...saved, folder: workspace } : saved
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

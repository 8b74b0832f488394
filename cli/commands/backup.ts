import { ORPCError } from '@orpc/client'
import type { BackupList } from '../../shared/contract/backups.ts'
import type { Client } from '../../engine/direct-client.ts'
import { command, type Outcome } from '../command.ts'
import { UsageError } from '../errors.ts'
import { describeLoss } from '../terminal/describe-loss.ts'
import { askForBackup, givenForBackup } from '../terminal/passphrase.ts'
import { runJob } from '../terminal/job.ts'
import { figure, table } from '../terminal/table.ts'

type Chosen = Parameters<Client['backups']['preview']>[0]

export const backup = command({
  name: 'backup',
  usage:
    'backup FILE | backup list | backup now | backup preview NAME|FILE | backup restore NAME|FILE [--backup-passphrase-file FILE] | backup folder DIR|here | backup on|off',
  summary: 'Copy the workspace into one verified file, or see to the backups Debrief makes and restore one.',
  options: { 'backup-passphrase-file': { type: 'string' } },
  positionals: { least: 1, most: 2 },
  async run({ values, positionals, terminal, open }): Promise<Outcome> {
    const [what = '', which] = positionals
    const named = () => {
      if (which === undefined) throw new UsageError(`Say which: debrief backup ${what} NAME.`)
      return which
    }
    const withChosen = async <Result>(client: Client, call: (chosen: Chosen) => Promise<Result>) => {
      const { backups } = await client.backups.list()
      const isListed = backups.some(({ id }) => id === named())
      const chosen = isListed ? { id: named() } : { file: terminal.resolve(named()) }
      const text = await givenForBackup(values['backup-passphrase-file'], terminal)
      if (text !== null) return call({ ...chosen, text })
      try {
        return await call(chosen)
      } catch (error) {
        if (!(error instanceof ORPCError) || error.code !== 'KEY_NEEDED') throw error
        return call({ ...chosen, text: await askForBackup(terminal) })
      }
    }
    switch (what) {
      case 'list':
        return shown(await (await open('read')).backups.list())
      case 'now': {
        const client = await open('write')
        await runJob(client, terminal, () => client.backups.make())
        return shown(await client.backups.list())
      }
      case 'on':
      case 'off':
        return shown(await (await open('write')).backups.setSettings({ isOn: what === 'on' }))
      case 'folder': {
        const folder = named() === 'here' ? null : terminal.resolve(named())
        return shown(await (await open('write')).backups.setSettings({ folder }))
      }
      case 'preview': {
        const client = await open('read')
        const preview = await withChosen(client, (chosen) => client.backups.preview(chosen))
        return { data: preview, text: describeLoss(preview) }
      }
      case 'restore': {
        const client = await open('write')
        const done = await withChosen(client, (chosen) => client.backups.restore(chosen))
        return {
          data: done,
          text: `Restored ${done.restored}. How it stood before is kept: "debrief backup restore ${done.before}" takes this back.`,
        }
      }
      default: {
        if (which !== undefined) throw new UsageError(`"${which}" is not expected here.`)
        const done = await (await open('read')).workspace.backup({ file: terminal.resolve(what) })
        return { data: done, text: `Backed up to ${done.file} (${figure(done.bytes / 1e6, 1)} MB).` }
      }
    }
  },
})

const reasons = {
  automatic: 'by itself',
  'by-hand': 'by hand',
  'before-restore': 'before a restore',
  'before-update': 'before an update',
}

function shown(list: BackupList): Outcome {
  const rows = list.backups.map(({ id, why, keptAs, bytes, entries, isVerified }) => [
    id,
    reasons[why],
    keptAs.join(', '),
    figure(bytes / 1e6, 1),
    entries === null ? '' : String(entries),
    isVerified ? 'opened and checked' : 'not checked',
  ])
  const place = list.isBesideWorkspace
    ? `They lie in ${list.folder}, on the same disk as the workspace: that is no second place.`
    : `They lie in ${list.folder}.`
  const lines = [
    rows.length === 0
      ? 'There is no backup yet.'
      : table(['name', 'made', 'kept as', 'MB', 'log entries', 'verified'], rows),
    place,
    ...(list.isOn ? [] : ['Debrief makes none by itself: "debrief backup on" lets it.']),
    ...(list.problem === null ? [] : [list.problem]),
    ...(list.goesBefore === null
      ? []
      : ['Older ones hold what was deleted for good; they go with the next backup.']),
  ]
  return { data: list, text: lines.join('\n') }
}

import type { BackupDifference, BackupPreview } from '../../shared/contract/backups.ts'
import { figure } from './table.ts'

function counted(n: number, { one, many }: BackupDifference, names: readonly string[]): string {
  const more = n > names.length ? ', …' : ''
  return `${figure(n)} ${n === 1 ? one : many}${names.length > 0 ? ` (${names.join(', ')}${more})` : ''}`
}

/** What a restore would take away, change and bring back, a line for each. */
export function describeLoss({ name, at, differences, entriesSince, ...opening }: BackupPreview): string {
  const lost = differences.filter((one) => one.lost > 0)
  const changed = differences.filter((one) => one.changed > 0)
  const regained = differences.filter((one) => one.regained > 0)
  const part = (title: string, lines: string[]) =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)]
  return [
    `${name}, made ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC; ${figure(entriesSince)} entries of the log since.`,
    ...(differences.length === 0 ? ['You would lose nothing: it holds what the workspace holds.'] : []),
    ...part(
      'You would lose:',
      lost.map((one) => counted(one.lost, one, one.lostNames)),
    ),
    ...part(
      'As they were then again:',
      changed.map((one) => counted(one.changed, one, one.changedNames)),
    ),
    ...part(
      'You would get back:',
      regained.map((one) => counted(one.regained, one, one.regainedNames)),
    ),
    'How it stands now is kept as a backup first.',
    ...whatOpensIt(opening),
  ].join('\n')
}

/** What opens the workspace after a restore: always what opens it now. */
function whatOpensIt({
  isEncrypted,
  wasEncrypted,
}: Pick<BackupPreview, 'isEncrypted' | 'wasEncrypted'>): string[] {
  if (isEncrypted)
    return [
      'It stays encrypted with the key it has now: what opens it today opens it afterwards, whatever opened the backup.',
    ]
  return wasEncrypted
    ? ['The backup is encrypted and the workspace is not: what is restored will not be either.']
    : []
}

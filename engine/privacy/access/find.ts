import { plural, t } from '#speech'
import type { AccessSubject, Held } from '../../../shared/contract/access.ts'
import { heldKinds } from '../../../shared/domain/held-kinds.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { dayFinder } from '../../days.ts'
import { readDirectory } from '../../people/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readPreferences } from '../../workspace/index.ts'
import { countHeld, importsAbout, reachOf } from '../about/index.ts'
import { countMerged, readIdentities } from './found.store.ts'
import { whomOf } from './whom.ts'

/** What is held about somebody. */
export function findHeld(database: ReadableDatabase, asked: AccessSubject): Held {
  const subject = whomOf(database, asked)
  const reach = reachOf(database, subject)
  const tables = countHeld(database, subject.is, reach)
  const dayAt = dayFinder(readPreferences(database).timeZone)
  const days = tables
    .filter(({ kind }) => kind !== 'log' && kind !== 'imports')
    .flatMap(({ firstDay, lastDay, firstAt, lastAt }) => [
      firstDay,
      lastDay,
      firstAt === null ? null : dayAt(firstAt),
      lastAt === null ? null : dayAt(lastAt),
    ])
    .filter((day) => day !== null)
  const imports = importsAbout(database, subject.is, reach)
  const isAgent = subject.is === 'agent'
  const directory = isAgent ? readDirectory(database) : null
  const identities = isAgent ? readIdentities(database, reach) : []
  return {
    name: isAgent ? (directory?.people.get(subject.personId)?.name ?? null) : null,
    identities,
    kinds: heldKinds
      .map((kind) => ({
        kind,
        n: tables.filter((one) => one.kind === kind).reduce((sum, { rows }) => sum + rows, 0),
      }))
      .filter(({ n }) => n > 0),
    firstDay: days.length === 0 ? null : dayOfNumber(days.reduce((a, b) => Math.min(a, b))),
    lastDay: days.length === 0 ? null : dayOfNumber(days.reduce((a, b) => Math.max(a, b))),
    sources: [...new Set([...identities, ...imports].map(({ source }) => source))].toSorted(),
    imports,
    remarks: remarksOn(database, subject.is),
  }
}

/** What cannot be found this way. */
function remarksOn(database: ReadableDatabase, is: 'agent' | 'customer'): string[] {
  const merged = is === 'customer' ? countMerged(database) : 0
  return merged === 0
    ? []
    : [
        t`Customers of ${plural({ merged }, { one: 'a workspace that was', other: '# workspaces that were' })} merged in stand here under a key of their own: they are found by what a contact is called, or in that workspace.`,
      ]
}

import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { Problem } from '../../problem.ts'
import { AGGREGATE_FORMAT, aggregateFile, type AggregateFile } from './format.ts'

const MOST_BYTES = 256 * 1024 * 1024
/** What a cell of observations cannot do without. */
const ALWAYS_SUMMED = ['n', 'sum', 'sum_sq']

/** An aggregate as it was read, with a hash of the file. */
export interface OpenedAggregate {
  file: AggregateFile
  fileName: string
  sha256: string
  bytes: number
}

/** Reads an aggregate. One sentence where it is none, of a newer Debrief, cut off, too large, or of this workspace itself. */
export function readAggregate(place: string, shown: string, selfUid: string | undefined): OpenedAggregate {
  const fileName = path.basename(shown)
  const { size } = statSync(place)
  if (size > MOST_BYTES)
    throw new Problem(
      'FILE_UNREADABLE',
      t`${{ fileName }} is larger than any aggregate; choose the file that was exported.`,
    )
  const text = readFileSync(place, 'utf8')
  const parsed = parse(text, fileName)
  const read = aggregateFile.safeParse(parsed)
  if (!read.success) {
    const version = (parsed as { version?: unknown }).version
    if (typeof version === 'number' && version > 1)
      throw new Problem(
        'WORKSPACE_TOO_NEW',
        t`${{ fileName }} was exported by a newer Debrief; install the newest version here to merge it.`,
      )
    throw new Problem(
      'FILE_UNREADABLE',
      t`${{ fileName }} is an aggregate with broken fields; export it again.`,
    )
  }
  const file = read.data
  if (file.workspace.uid === selfUid)
    throw new Problem(
      'CONFLICT',
      t`${{ fileName }} is an aggregate of this workspace, which cannot be merged into itself.`,
    )
  assertPlaces(file, fileName)
  return { file, fileName, sha256: createHash('sha256').update(text).digest('hex'), bytes: size }
}

function parse(text: string, fileName: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text)
    if (
      typeof parsed === 'object' &&
      parsed !== null &&
      (parsed as { format?: unknown }).format === AGGREGATE_FORMAT
    )
      return parsed
  } catch {
    // cut off, or no JSON at all
    if (text.slice(0, 200).includes(AGGREGATE_FORMAT))
      throw new Problem('FILE_UNREADABLE', t`${{ fileName }} was copied only in part; copy it again.`)
  }
  throw new Problem(
    'FILE_UNREADABLE',
    t`${{ fileName }} is neither a workspace's folder nor an aggregate that Debrief exported.`,
  )
}

/**
 * Every cell is of somebody, something and a kind of contact that the file lists, stands there once, and is large enough to have been given
 * out; sums that every cell has are there.
 */
function assertPlaces(
  {
    people,
    strata,
    metrics,
    contacts,
    observations,
    contactSums,
    observationSums,
    leastInACell,
  }: AggregateFile,
  fileName: string,
): void {
  const isIn = (list: readonly unknown[], place: number) => place >= 0 && place < list.length
  const isLarge = (sums: readonly (number | null)[]) => (sums[0] ?? 0) >= leastInACell
  const always = ALWAYS_SUMMED.map((sum) => observationSums.indexOf(sum))
  const isSound =
    contacts.every(
      ([, person, stratum, sums]) =>
        isIn(people, person) && isIn(strata, stratum) && sums.length === contactSums.length && isLarge(sums),
    ) &&
    observations.every(
      ([metric, , person, stratum, , sums]) =>
        isIn(metrics, metric) &&
        isIn(people, person) &&
        isIn(strata, stratum) &&
        sums.length === observationSums.length &&
        always.every((place) => (sums[place] ?? null) !== null) &&
        isLarge(sums),
    )
  if (!isSound)
    throw new Problem(
      'FILE_UNREADABLE',
      t`${{ fileName }} is an aggregate with broken fields; export it again.`,
    )
  const isOnce =
    areApart(people.map(({ key }) => key)) &&
    areApart(strata) &&
    areApart(metrics.map(({ metric }) => metric)) &&
    areApart(contacts.map(([day, person, stratum]) => [day, person, stratum])) &&
    areApart(
      observations.map(([metric, day, person, stratum, isDrawn]) => [metric, day, person, stratum, isDrawn]),
    )
  if (!isOnce)
    throw new Problem(
      'FILE_UNREADABLE',
      t`${{ fileName }} is an aggregate that says something twice, so that it would count twice; export it again.`,
    )
}

function areApart(list: readonly unknown[]): boolean {
  return new Set(list.map((one) => JSON.stringify(one))).size === list.length
}

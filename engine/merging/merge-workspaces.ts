import { setImmediate as breathe } from 'node:timers/promises'
import { statSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import type { MergeOrder, MergeReport } from '../../shared/contract/merging.ts'
import { createAffectedDays } from '../affected-days.ts'
import { writable, type EngineContext } from '../context.ts'
import { keepFigures } from '../coaching/index.ts'
import { leaveOutDeleted } from '../erasing/index.ts'
import { refreshFactsInPieces, type Uploads } from '../imports/index.ts'
import { asProblem, Problem } from '../problem.ts'
import { begin, commit, rollback, type WritableDatabase } from '../store/index.ts'
import { mergeAggregate } from './aggregate/merge-aggregate.ts'
import { readAggregate, type OpenedAggregate } from './aggregate/read-aggregate.ts'
import { fingerprintOf, mergeOne, type MergedOne } from './merge-one.ts'
import { readMerged, readMergedImports, type MergedRow } from './merging.store.ts'
import { lengthOf } from './opening/log-beside.ts'
import { keyFileOfOther } from './opening/keys-of-others.ts'
import { openOtherWorkspace, type OtherWorkspace } from './opening/other-workspace.ts'
import { placeOf, type Place } from './opening/place.ts'
import { lastingUid } from './opening/who-it-is.ts'
import type { SourceChoices } from './comparing/compare.ts'

/** Bringing figures up to date costs as much for ten workspaces as for one; more than this would be too much to lose to a crash. */
const WORKSPACES_IN_A_BATCH = 10

/** How a merge is watched and taken up again. */
export interface MergeFollowing {
  signal: AbortSignal
  onProgress: (share: number, step: string) => void
  /** What an earlier attempt did. */
  done: readonly MergeReport[]
  /** Called with each batch, in its transaction. */
  keep: (reports: MergeReport[], database: WritableDatabase) => Promise<void>
}

/** Where the workspace of an order lies, or the report of an order whose upload is gone: the others are merged all the same. */
function foundPlace(uploads: Uploads, order: MergeOrder): Place | MergeReport {
  try {
    return placeOf(uploads, order)
  } catch (error) {
    const problem = asProblem(error)
    if (!problem) throw error
    return failed(calledOf(order), problem.message)
  }
}

/** What an order is called where its place is not known. */
export function calledOf({ name, reference }: MergeOrder): string {
  return name ?? ('path' in reference ? reference.path : t`An uploaded file`)
}

/** How an order stands to what was merged before: the name and the choices it comes to. */
export function settled(
  order: MergeOrder,
  other: Pick<OtherWorkspace, 'uid' | 'name'>,
  merged: readonly MergedRow[],
): { name: string; choices: SourceChoices; before: MergedRow | undefined } {
  const before = merged.find(({ uid }) => uid === other.uid)
  const remembered: SourceChoices = before
    ? (JSON.parse(before.choices) as SourceChoices)
    : { apart: [], same: [] }
  const choices = {
    apart: [...new Set([...remembered.apart, ...order.apart])]
      .filter((one) => !order.same.includes(one))
      .toSorted(),
    same: [...new Set([...remembered.same, ...order.same])]
      .filter((one) => !order.apart.includes(one))
      .toSorted(),
  }
  const taken = new Set(merged.filter(({ uid }) => uid !== other.uid).map(({ name }) => name))
  const wanted = order.name ?? before?.name ?? other.name
  let name = wanted
  for (let number = 2; taken.has(name); number++) name = `${wanted} ${number}`
  return { name, choices, before }
}

/** Whether everything stands here as it was taken over, and nothing changed there since. */
export function isUnchanged(
  database: WritableDatabase | EngineContext['read'],
  other: OtherWorkspace,
  { name, choices, before }: ReturnType<typeof settled>,
): boolean {
  if (!before || before.undoneAt !== null || before.form !== 'workspace') return false
  if (before.fingerprint !== fingerprintOf(other.database, name, choices)) return false
  return readMergedImports(database, before.id).length === importsThen(before)
}

/** How many imports the merge came to, as its fingerprint notes. */
function importsThen(before: MergedRow): number {
  return (JSON.parse(before.findings) as { imports?: number }).imports ?? -1
}

function failed(place: string, sentence: string): MergeReport {
  return {
    place,
    name: null,
    outcome: 'failed',
    imports: { added: 0, removed: 0, kept: 0 },
    rows: { added: 0, updated: 0, unchanged: 0 },
    sessions: { added: 0, changed: 0, removed: 0, kept: 0 },
    decisions: { taken: 0, contested: 0 },
    comparison: null,
    error: sentence,
  }
}

/**
 * Merges workspaces into this one, in the order given, each of them wholly or not at all. One that cannot be read gives a report with `error`
 * and leaves the others be; cancelling rejects with the signal's reason, and then nothing of the batch in work stands.
 */
export async function mergeWorkspaces(
  context: EngineContext,
  uploads: Uploads,
  orders: readonly MergeOrder[],
  following: MergeFollowing,
): Promise<MergeReport[]> {
  const reports = [...following.done]
  const rest = orders.slice(reports.length)
  for (let first = 0; first < rest.length; first += WORKSPACES_IN_A_BATCH) {
    const batch = rest.slice(first, first + WORKSPACES_IN_A_BATCH)
    const start = reports.length
    const share = (inBatch: number) => (start + inBatch * batch.length) / orders.length
    const places = batch.map((order) => foundPlace(uploads, order))
    const found = await mergeBatch(context, batch, places, {
      ...following,
      onProgress: (inBatch, step) => following.onProgress(share(inBatch) * 0.97, step),
      keep: (ofBatch, database) => following.keep([...reports, ...ofBatch], database),
    }).catch((error: unknown) => {
      const problem = following.signal.aborted ? undefined : asProblem(error)
      if (!problem) throw error
      return places.map((place) => ('outcome' in place ? place : failed(place.shown, problem.message)))
    })
    reports.push(...found)
  }
  if (reports.some(({ outcome }) => outcome === 'merged')) {
    following.onProgress(0.98, t`Weighing what drives the outcome`)
    await context.writes.run(() => keepFigures(writable(context)))
  }
  return reports
}

async function mergeBatch(
  context: EngineContext,
  orders: readonly MergeOrder[],
  places: readonly (Place | MergeReport)[],
  following: MergeFollowing,
): Promise<MergeReport[]> {
  return context.writes.run(async () => {
    const database = writable(context)
    database.raw.pragma('synchronous = NORMAL')
    begin(database)
    try {
      const affected = createAffectedDays()
      const merged: MergedOne[] = []
      const reports: MergeReport[] = []
      for (const [index, order] of orders.entries()) {
        const place = places[index]!
        if ('outcome' in place) {
          reports.push(place)
          continue
        }
        const one = await mergeInSavepoint(context, database, order, place, {
          ...following,
          onProgress: (share, step) => following.onProgress(((index + share) / orders.length) * 0.8, step),
        })
        if ('importIds' in one) merged.push(one)
        if ('importIds' in one) affected.addAll(one.affected)
        reports.push('importIds' in one ? one.report : one)
      }
      if (merged.length > 0) {
        following.onProgress(0.82, t`Bringing figures up to date`)
        const importIds = merged.flatMap((one) => one.importIds)
        leaveOutDeleted(database, importIds, affected, context.now())
        const isScoped = merged.every(({ hasWithdrawn }) => !hasWithdrawn)
        const pieces = refreshFactsInPieces(
          database,
          affected,
          context.now(),
          // decisions came along: who is who is worked out anew even where nobody is new
          isScoped ? { importIds, identitiesBefore: -1 } : undefined,
        )
        while (!pieces.next().done) {
          await breathe()
          following.signal.throwIfAborted()
        }
      }
      await following.keep(reports, database)
      following.signal.throwIfAborted()
      commit(database)
      return reports
    } catch (error) {
      rollback(database)
      throw error
    } finally {
      database.raw.pragma('synchronous = FULL')
    }
  })
}

async function mergeInSavepoint(
  context: EngineContext,
  database: WritableDatabase,
  order: MergeOrder,
  place: Place,
  following: Pick<MergeFollowing, 'signal' | 'onProgress'>,
): Promise<(MergedOne & { affected: ReturnType<typeof createAffectedDays> }) | MergeReport> {
  following.signal.throwIfAborted()
  following.onProgress(0, t`Opening ${{ name: path.basename(place.shown) }}`)
  await breathe()
  const self = { folder: context.workspaceDir, uid: lastingUid(database) }
  let other: OtherWorkspace
  try {
    if (isAggregate(place.path)) return mergeFileInSavepoint(context, database, order, place, self.uid)
    other = await openOtherWorkspace(place, self, keyFileOfOther(order, place))
  } catch (error) {
    const problem = asProblem(error)
    // a full disk concerns them all
    if (!problem || problem.code === 'DISK_FULL') throw error
    return failed(place.shown, problem.message)
  }
  try {
    const standing = settled(order, other, readMerged(database))
    if (isUnchanged(database, other, standing))
      return unchangedReport(place.shown, standing.name, database, standing.before!)
    database.raw.exec('SAVEPOINT workspace')
    try {
      const affected = createAffectedDays()
      const { name, choices } = standing
      const pieces = mergeOne(database, other, { name, choices, affected, now: context.now() })
      let piece = pieces.next()
      for (; !piece.done; piece = pieces.next()) {
        following.onProgress(piece.value, t`Merging ${{ name }}`)
        await breathe()
        following.signal.throwIfAborted()
      }
      database.raw.exec('RELEASE workspace')
      return { ...piece.value, affected }
    } catch (error) {
      const problem = asProblem(error)
      if (!problem || problem.code === 'DISK_FULL' || following.signal.aborted || !database.raw.inTransaction)
        throw error
      database.raw.exec('ROLLBACK TO workspace; RELEASE workspace')
      return failed(place.shown, problem.message)
    }
  } finally {
    other.close()
  }
}

/** Whether an order is for an aggregate: workspaces are folders, and backups of them databases. */
export function isAggregate(place: string): boolean {
  const isFile = statSync(place, { throwIfNoEntry: false })?.isFile() ?? false
  return isFile && lengthOf(place) === 'none'
}

function mergeFileInSavepoint(
  context: EngineContext,
  database: WritableDatabase,
  order: MergeOrder,
  { path: file, shown: place }: Place,
  selfUid: string | undefined,
): (MergedOne & { affected: ReturnType<typeof createAffectedDays> }) | MergeReport {
  try {
    const opened = readAggregate(file, place, selfUid)
    const { name, before } = settled(order, opened.file.workspace, readMerged(database))
    refuseBesideWhole(before)
    if (isSameAggregate(before, opened)) return unchangedReport(place, name, database, before!)
    database.raw.exec('SAVEPOINT workspace')
    try {
      const affected = createAffectedDays()
      const merged = mergeAggregate(database, opened, { place, name, affected, now: context.now() })
      database.raw.exec('RELEASE workspace')
      return { ...merged, affected }
    } catch (error) {
      if (database.raw.inTransaction) database.raw.exec('ROLLBACK TO workspace; RELEASE workspace')
      throw error
    }
  } catch (error) {
    const problem = asProblem(error)
    if (!problem || problem.code === 'DISK_FULL') throw error
    return failed(place, problem.message)
  }
}

/** Refuses sums of what is here contact by contact: they would take more away than they bring. */
export function refuseBesideWhole(before: MergedRow | undefined): void {
  if (before?.undoneAt === null && before.form === 'workspace')
    throw new Problem(
      'CONFLICT',
      t`${{ name: before.name }} is merged here as a whole, which says more than its aggregate; take it back first to have the aggregate instead.`,
    )
}

/** Whether this very file stands here already. */
export function isSameAggregate(before: MergedRow | undefined, { sha256 }: OpenedAggregate): boolean {
  return before?.undoneAt === null && before.form === 'aggregate' && before.fingerprint === sha256
}

function unchangedReport(
  place: string,
  name: string,
  database: WritableDatabase,
  before: MergedRow,
): MergeReport {
  return {
    ...failed(place, ''),
    name,
    outcome: 'unchanged',
    imports: { added: 0, removed: 0, kept: readMergedImports(database, before.id).length },
    comparison: comparisonOf(before),
    error: null,
  }
}

/** What was found when a workspace was merged. */
export function comparisonOf({ findings }: MergedRow): NonNullable<MergeReport['comparison']> {
  const { sourcesApart, formsApart, definitions, others, leftBehind } = JSON.parse(findings) as NonNullable<
    MergeReport['comparison']
  >
  return { sourcesApart, formsApart, definitions, others, leftBehind }
}

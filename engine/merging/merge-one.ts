import { createHash } from 'node:crypto'
import type { MergeReport } from '../../shared/contract/merging.ts'
import type { AffectedDays } from '../affected-days.ts'
import { dayFinder } from '../days.ts'
import {
  createTranslator,
  digestOfImport,
  readImport,
  readImportOrigins,
  readImports,
  readReviewsThere,
  takeOverImport,
  takeOverReviews,
  withdrawImport,
  type ImportRow,
  type TakingOver,
  type TheirImport,
} from '../imports/index.ts'
import { deleteUnusedIdentities } from '../people/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { newestDay, readPreferences } from '../workspace/index.ts'
import { compareWorkspaces, type Comparison, type SourceChoices } from './comparing/compare.ts'
import { customersOf } from './customers.ts'
import { takeBackDecisions, takeOverDecisions } from './decisions.ts'
import {
  findMerged,
  forgetApart,
  keepFormApart,
  readMergedImports,
  writeMerged,
  writeMergedImport,
} from './merging.store.ts'
import type { OtherWorkspace } from './opening/other-workspace.ts'
import { digestOfSessions, takeOverSessions } from './sessions.ts'
import { newestImportAt, readState } from './reading.store.ts'

/** What is known under the number of reviews in place of an import. */
const REVIEWS = 'reviews'

/** What came of one workspace, and what was touched. */
export interface MergedOne {
  report: MergeReport
  importIds: number[]
  hasWithdrawn: boolean
}

/** Equal as long as nothing changed there that a merge takes over, and the same was chosen here. */
export function fingerprintOf(theirs: ReadableDatabase, name: string, choices: SourceChoices): string {
  return createHash('sha256')
    .update(JSON.stringify([readState(theirs), digestOfSessions(theirs), name, choices]))
    .digest('hex')
}

/** The standing imports of a workspace, oldest first. */
function importsOf(theirs: ReadableDatabase): Map<number, TheirImport> {
  const origins = readImportOrigins(theirs)
  const standing = readImports(theirs).filter(isStanding).toReversed()
  return new Map(standing.map((row) => [row.id, { ...row, ...origins.get(row.id)! }]))
}

function isStanding({ undoneAt }: ImportRow): boolean {
  return undoneAt === null
}

/**
 * Brings what stands here of another workspace in line with what it holds: imports that are new there or changed are taken over, those undone
 * there are taken back here. Inside the caller's transaction; what is derived is the caller's too. Yields between pieces of the work, with
 * the share that is done.
 */
export function* mergeOne(
  ours: WritableDatabase,
  other: OtherWorkspace,
  given: { name: string; choices: SourceChoices; affected: AffectedDays; now: number },
): Generator<number, MergedOne, void> {
  const { name, choices, affected, now } = given
  const theirs = other.database
  const before = findMerged(ours, other.uid)
  const exceptOf = before?.id ?? null
  const comparison = compareWorkspaces(ours, theirs, { name, choices, exceptOf })
  const reviews = readReviewsThere(theirs)
  const workspaceId = writeMerged(ours, {
    uid: other.uid,
    name,
    form: 'workspace',
    place: other.folder,
    mergedAt: now,
    fingerprint: fingerprintOf(theirs, name, choices),
    newestDay: newestDay(theirs) ?? null,
    newestImportAt: newestImportAt(theirs),
    choices: JSON.stringify(choices),
    findings: JSON.stringify({
      ...comparison,
      imports: readImports(theirs).filter(isStanding).length + (reviews ? 1 : 0),
    }),
  })
  const taking = takingOver(ours, other, { workspaceId, comparison, affected, now })
  const names = JSON.stringify([
    comparison.sourcesApart.map(({ source }) => source),
    comparison.formsApart.map(({ form }) => form),
    name,
  ])
  const wanted = new Map<string, string>()
  for (const theirId of taking.imports.keys()) {
    wanted.set(String(theirId), `${digestOfImport(theirs, theirId)} ${hashOf(names)}`)
    yield 0.05
  }
  if (reviews) wanted.set(REVIEWS, `${reviews.digest} ${hashOf(names)}`)

  const standing = readMergedImports(ours, workspaceId)
  const gone = standing.filter(({ theirKey, digest }) => wanted.get(theirKey) !== digest)
  for (const { importId } of gone.toReversed()) {
    withdrawImport(ours, importId, affected, now)
    yield 0.1
  }
  takeBackDecisions(ours, workspaceId)
  forgetApart(ours, workspaceId)
  const kept = new Set(standing.filter((one) => !gone.includes(one)).map(({ theirKey }) => theirKey))
  const fresh = [...wanted].filter(([theirKey]) => !kept.has(theirKey))
  const importIds: number[] = []
  for (const [index, [theirKey, digest]] of fresh.entries()) {
    let importId: number
    if (theirKey === REVIEWS)
      importId = takeOverReviews(
        taking,
        reviews!,
        `Reviews made in ${name}`,
        readPreferences(theirs).timeZone,
      )
    else {
      const pieces = takeOverImport(taking, taking.imports.get(Number(theirKey))!)
      let piece = pieces.next()
      for (; !piece.done; piece = pieces.next()) yield 0.1 + (0.9 * index) / fresh.length
      importId = piece.value
    }
    writeMergedImport(ours, workspaceId, { importId, theirKey, digest })
    importIds.push(importId)
    yield 0.1 + (0.9 * (index + 1)) / fresh.length
  }
  const sessions = takeOverSessions(theirs, ours, {
    workspaceId,
    name,
    sourceName: taking.sourceName,
    question: (id) => taking.translator.question(id),
  })
  if (gone.length > 0) deleteUnusedIdentities(ours)
  for (const { form, name: apart } of comparison.formsApart)
    keepFormApart(ours, workspaceId, { form: apart, beside: form })
  const decisions = takeOverDecisions(theirs, ours, { workspaceId, sourceName: taking.sourceName })
  return {
    importIds,
    hasWithdrawn: gone.length > 0,
    report: {
      place: other.folder,
      name,
      outcome: 'merged',
      imports: { added: importIds.length, removed: gone.length, kept: kept.size },
      rows: rowsOf(ours, importIds),
      sessions,
      decisions,
      comparison,
      error: null,
    },
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function takingOver(
  ours: WritableDatabase,
  other: OtherWorkspace,
  given: { workspaceId: number; comparison: Comparison; affected: AffectedDays; now: number },
): TakingOver {
  const forms = new Map(given.comparison.formsApart.map(({ form, name }) => [form, name]))
  const sources = new Map(given.comparison.sourcesApart.map(({ source, name }) => [source, name]))
  return {
    theirs: other.database,
    ours,
    uid: other.uid,
    mediaFolder: other.mediaFolder,
    imports: importsOf(other.database),
    sourceName: (name) => sources.get(name) ?? name,
    affected: given.affected,
    now: given.now,
    translator: createTranslator({
      theirs: other.database,
      ours,
      formName: (name) => forms.get(name) ?? name,
      customerHash: customersOf(given.workspaceId),
      dayOf: dayFinder(readPreferences(ours).timeZone),
    }),
  }
}

function rowsOf(ours: ReadableDatabase, importIds: readonly number[]): MergeReport['rows'] {
  const rows = { added: 0, updated: 0, unchanged: 0 }
  for (const importId of importIds) {
    const record = readImport(ours, importId)!
    rows.added += record.rows.added
    rows.updated += record.rows.updated
    rows.unchanged += record.rows.unchanged
  }
  return rows
}

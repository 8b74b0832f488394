import { t } from '#speech'
import { formatNumber } from '../../../shared/speech/numbers.ts'
import type { MergeReport } from '../../../shared/contract/merging.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import type { AffectedDays } from '../../affected-days.ts'
import { finishImport, insertImport, ensureSource, withdrawImport } from '../../imports/index.ts'
import { labelId, stratumId } from '../../interactions/index.ts'
import { INTERACTION_SUMS, metricDefinition, OBSERVATION_SUMS, readCatalogue } from '../../metrics/index.ts'
import { createIdentityBook, deleteUnusedIdentities, insertTeamSpell, teamId } from '../../people/index.ts'
import { questionId, scorecardId, stateQuestion } from '../../quality/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import type { Comparison } from '../comparing/compare.ts'
import { compareQuestions } from '../comparing/forms.ts'
import {
  findMerged,
  forgetApart,
  keepFormApart,
  readMergedImports,
  writeMerged,
  writeMergedImport,
} from '../merging.store.ts'
import { takeBackDecisions } from '../decisions.ts'
import { writeContactCell, writeObservationCell } from './aggregate.store.ts'
import type { AggregateFile } from './format.ts'
import type { OpenedAggregate } from './read-aggregate.ts'

/** Metrics whose figures of an aggregate are not taken, and why. */
interface Refused {
  sentences: string[]
  isRefused: (metric: number) => boolean
}

/** What an aggregate says of definitions, before anything is written. */
export function compareAggregate(
  ours: ReadableDatabase,
  file: AggregateFile,
  given: { name: string; exceptOf: number | null },
): Comparison {
  const formsApart = compareQuestions(ours, file.forms, given.exceptOf).map(({ form, differences }) => ({
    form,
    name: `${form} (${given.name})`,
    differences,
  }))
  const { leftOut, leastInACell } = file
  return {
    sourcesApart: [],
    formsApart,
    definitions: [
      ...formsApart.map(
        ({ form, name, differences }) =>
          t`${{ form }}: ${{ differences: differences.join('; ') }}. Its questions are kept as “${{ name }}”, and its scores are averaged with no other.`,
      ),
      ...refusedMetrics(ours, file, formsApart.length > 0).sentences,
    ],
    others: [],
    leftBehind: [
      t`Sums of weeks only: no conversation, no comment, no customer. First contact resolution cannot be told from them.`,
      ...(leftOut.contacts + leftOut.observations > 0
        ? [
            t`${{ contacts: formatNumber(leftOut.contacts) }} contacts and ${{ observations: formatNumber(leftOut.observations) }} other observations are in no cell of ${{ leastInACell }} or of nobody named, and were left out there.`,
          ]
        : []),
    ],
  }
}

/** Two definitions of one metric are not averaged: figures by another version of a definition stay out. */
function refusedMetrics(
  ours: ReadableDatabase,
  { metrics }: AggregateFile,
  haveFormsApart: boolean,
): Refused {
  const versions = new Map(readCatalogue(ours).map(({ id, version }) => [id, version]))
  const refused = new Map<number, string>()
  for (const [place, { metric, version }] of metrics.entries()) {
    if (!('id' in metric)) continue
    const own = versions.get(metric.id)
    if (own !== undefined && own !== version)
      refused.set(
        place,
        t`${{ metric: nameOf(metric.id) }} is defined otherwise there (version ${{ version }}, here ${{ own }}): its figures were not taken.`,
      )
    else if (own === undefined && !metric.id.startsWith('auto:'))
      refused.set(
        place,
        t`${{ metric: metric.id }} is a figure this Debrief does not know: it was not taken.`,
      )
    else if (metric.id === 'qa_score' && haveFormsApart)
      refused.set(
        place,
        t`${{ metric: nameOf(metric.id) }} rests there on a form that scores otherwise: its figures were not taken.`,
      )
  }
  return { sentences: [...refused.values()], isRefused: (place) => refused.has(place) }
}

function nameOf(metricId: string): string {
  return metricDefinition(metricId)?.label ?? metricId
}

/**
 * Puts an aggregate in the place of what stands here of the same workspace. Its cells are facts of their own kind, of people in a source of
 * their own, who are marked as aggregated. Inside the caller's transaction; what is derived is the caller's.
 */
export function mergeAggregate(
  ours: WritableDatabase,
  opened: OpenedAggregate,
  given: { place: string; name: string; affected: AffectedDays; now: number },
): { report: MergeReport; importIds: number[]; hasWithdrawn: boolean } {
  const { file } = opened
  const { name, affected, now } = given
  const before = findMerged(ours, file.workspace.uid)
  const comparison = compareAggregate(ours, file, { name, exceptOf: before?.id ?? null })
  const workspaceId = writeMerged(ours, {
    uid: file.workspace.uid,
    name,
    form: 'aggregate',
    place: given.place,
    mergedAt: now,
    fingerprint: opened.sha256,
    newestDay: file.newestDay === null ? null : dayNumber(file.newestDay),
    newestImportAt: null,
    choices: JSON.stringify({ apart: [], same: [] }),
    findings: JSON.stringify({ ...comparison, imports: 1 }),
  })
  const gone = readMergedImports(ours, workspaceId)
  for (const { importId } of gone.toReversed()) withdrawImport(ours, importId, affected, now)
  takeBackDecisions(ours, workspaceId)
  forgetApart(ours, workspaceId)
  const importId = writeCells(ours, opened, { ...given, comparison })
  writeMergedImport(ours, workspaceId, { importId, theirKey: 'aggregate', digest: opened.sha256 })
  if (gone.length > 0) deleteUnusedIdentities(ours)
  for (const { form, name: apart } of comparison.formsApart)
    keepFormApart(ours, workspaceId, { form: apart, beside: form })
  return {
    importIds: [importId],
    hasWithdrawn: true,
    report: {
      place: given.place,
      name,
      outcome: 'merged',
      imports: { added: 1, removed: gone.length, kept: 0 },
      rows: { added: file.contacts.length + file.observations.length, updated: 0, unchanged: 0 },
      sessions: { added: 0, changed: 0, removed: 0, kept: 0 },
      decisions: { taken: 0, contested: 0 },
      comparison,
      error: null,
    },
  }
}

function writeCells(
  ours: WritableDatabase,
  { file, fileName, sha256, bytes }: OpenedAggregate,
  {
    name,
    affected,
    now,
    comparison,
  }: { name: string; affected: AffectedDays; now: number; comparison: Comparison },
): number {
  const sourceId = ensureSource(ours, { name: `${name} (aggregated)`, timeZone: file.timeZone, now })
  const importId = insertImport(ours, {
    sourceId,
    kind: 'interactions',
    vendor: 'Debrief aggregate',
    confidence: 1,
    fileName,
    filePath: null,
    place: null,
    fileSha256: sha256,
    fileBytes: bytes,
    mappings: '[]',
    importedAt: now,
  })
  const book = createIdentityBook(ours, { importId, sourceId })
  const people = file.people.map((person) => {
    const identityId = book.find({
      externalId: person.key,
      name: `${person.name ?? `Agent ${person.key.slice(0, 4).toUpperCase()}`} (aggregated: ${name})`,
      email: null,
    })
    if (person.team !== null)
      insertTeamSpell(ours, {
        importId,
        identityId,
        teamId: teamId(ours, person.team, person.site),
        site: person.site,
        basis: 'observed',
        fromDay: null,
        toDay: null,
      })
    return identityId
  })
  const strata = file.strata.map(({ queue, reason, channel }) =>
    stratumId(
      ours,
      queue === null ? 0 : labelId(ours, 'queue', queue),
      reason === null ? 0 : labelId(ours, 'reason', reason),
      channel === null ? 0 : labelId(ours, 'channel', channel),
    ),
  )
  const metrics = metricIds(ours, file, importId, comparison)
  const refused = refusedMetrics(ours, file, comparison.formsApart.length > 0)
  const order = (names: readonly string[], wanted: readonly string[]) =>
    wanted.map((sum) => names.indexOf(sum))
  const contactOrder = order(file.contactSums, INTERACTION_SUMS)
  const observationOrder = order(file.observationSums, OBSERVATION_SUMS)
  const pick = (sums: readonly (number | null)[], places: readonly number[]) =>
    places.map((place) => sums[place] ?? null)
  for (const [day, person, stratum, sums] of file.contacts) {
    affected.added('interactions', dayNumber(day))
    writeContactCell(ours, {
      importId,
      day: dayNumber(day),
      identityId: people[person]!,
      stratumId: strata[stratum]!,
      sums: pick(sums, contactOrder),
    })
  }
  for (const [metric, day, person, stratum, isDrawn, sums] of file.observations) {
    if (refused.isRefused(metric)) continue
    for (const kind of ['evaluations', 'surveys', 'transcripts', 'shifts'] as const)
      affected.added(kind, dayNumber(day))
    writeObservationCell(ours, {
      importId,
      metricId: metrics[metric]!,
      day: dayNumber(day),
      identityId: people[person]!,
      stratumId: strata[stratum]!,
      isDrawn,
      sums: pick(sums, observationOrder),
    })
  }
  const cells = file.contacts.length + file.observations.length
  finishImport(ours, importId, {
    rows: { read: cells, added: cells, updated: 0, unchanged: 0, quarantined: 0 },
    facts: JSON.stringify({ aggregatedCells: cells }),
    warnings: JSON.stringify([...comparison.definitions, ...comparison.leftBehind]),
  })
  return importId
}

/** What the metrics of the file are called here: questions have numbers of this workspace. */
function metricIds(
  ours: WritableDatabase,
  file: AggregateFile,
  importId: number,
  comparison: Comparison,
): string[] {
  const names = new Map(comparison.formsApart.map(({ form, name }) => [form, name]))
  const wordings = new Map(
    file.forms.map((part, position) => [`${part.form}\u001f${part.stableKey}`, { part, position }]),
  )
  const known = new Map<string, number>()
  return file.metrics.map(({ metric }) => {
    if ('id' in metric) return metric.id
    const key = `${metric.form}\u001f${metric.stableKey}`
    let id = known.get(key)
    if (id === undefined) {
      const { part, position } = wordings.get(key) ?? {
        part: { ...metric, label: metric.stableKey, section: null, weight: null },
        position: 0,
      }
      const form = scorecardId(ours, names.get(metric.form) ?? metric.form, null)
      id = questionId(ours, form, { ...part, isCritical: false, position })
      stateQuestion(ours, id, importId, part)
      known.set(key, id)
    }
    return `${metric.of}:${id}`
  })
}

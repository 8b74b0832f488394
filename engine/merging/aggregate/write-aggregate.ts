import { createHmac, randomBytes } from 'node:crypto'
import { t } from '#speech'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { dayFinder } from '../../days.ts'
import { readStrata } from '../../interactions/index.ts'
import { INTERACTION_SUMS, OBSERVATION_SUMS, readCatalogue } from '../../metrics/index.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import { readSetting, writeSetting, type WritableDatabase } from '../../store/index.ts'
import { newestDay, readPreferences } from '../../workspace/index.ts'
import { workspaceName, lastingUid } from '../opening/who-it-is.ts'
import {
  readContactDays,
  readObservationDays,
  readOldestNamings,
  readQuestionsById,
} from './aggregate.store.ts'
import { coarsen, type Cell } from './cells.ts'
import { AGGREGATE_FORMAT, LEAST_IN_A_CELL, type AggregateFile } from './format.ts'

/** The key of pseudonyms stays in this workspace, so that nobody else can make them and the next aggregate has the same. */
function pseudonymKey(database: WritableDatabase): string {
  const known = readSetting(database, 'aggregate-key')
  if (known) return known
  const made = randomBytes(32).toString('base64')
  writeSetting(database, 'aggregate-key', made)
  return made
}

/** Numbers for what is listed once and named by its place. */
function places<Item>(): { items: Item[]; of: (key: number | string, make: () => Item) => number } {
  const known = new Map<number | string, number>()
  const items: Item[] = []
  return {
    items,
    of(key, make) {
      let place = known.get(key)
      if (place === undefined) known.set(key, (place = items.push(make()) - 1))
      return place
    },
  }
}

/** The question behind a driver, or undefined. */
function questionOf(metricId: string): { of: 'question' | 'auto'; id: number } | undefined {
  const found = /^(question|auto):(\d+)$/.exec(metricId)
  return found ? { of: found[1] as 'question' | 'auto', id: Number(found[2]) } : undefined
}

/**
 * Everything a workspace counts, as sums by week, person and kind of contact in one document: no text, no customer, no cell of fewer than
 * five, names only where `hasNames`. Throws `INVALID_INPUT` where nothing was ever imported.
 */
export function writeAggregate(
  database: WritableDatabase,
  given: { folder: string; hasNames: boolean; now: number },
): AggregateFile {
  const uid = lastingUid(database)
  const newest = newestDay(database)
  if (uid === undefined || newest === undefined)
    throw new Problem('INVALID_INPUT', t`This workspace holds nothing yet, so there is nothing to add up.`)
  const key = pseudonymKey(database)
  const { people: directory, teams, teamAt } = readDirectory(database)
  const namings = readOldestNamings(database)
  const strata = readStrata(database)
  const questions = readQuestionsById(database)
  const versions = new Map(readCatalogue(database).map(({ id, version }) => [id, version]))
  const unknown =
    strata.find(({ queueId, reasonId, channelId }) => !queueId && !reasonId && !channelId)?.id ?? 0

  const contactDays = readContactDays(database)
  const observationDays = readObservationDays(database).filter(
    // what automation scored leaves only while it may score: else the catalogue does not have it
    ({ metricId }) =>
      !metricId.startsWith('auto:') || (versions.has(metricId) && !metricId.startsWith('auto:rule:')),
  )
  const isNamed = ({ personId }: { personId: number }) => personId !== 0 && namings.has(personId)
  const steps = { unknownStratum: unknown, newest }
  const contacts = coarsen(
    contactDays.filter(isNamed).map((day): Cell => ({ ...day, of: '' })),
    steps,
  )
  const observations = coarsen(
    observationDays.filter(isNamed).map((day): Cell => ({ ...day, of: `${day.isDrawn}${day.metricId}` })),
    steps,
  )
  const people = places<AggregateFile['people'][number]>()
  const kinds = places<AggregateFile['strata'][number]>()
  const metrics = places<AggregateFile['metrics'][number]>()
  const forms = places<AggregateFile['forms'][number]>()
  const personPlace = (id: number) =>
    people.of(id, () => {
      const team = teams.get(teamAt(id) ?? 0)
      return {
        key: createHmac('sha256', key).update(namings.get(id)!).digest('hex').slice(0, 16),
        name: given.hasNames ? (directory.get(id)?.name ?? null) : null,
        team: team?.name ?? null,
        site: team?.site ?? null,
      }
    })
  const kindPlace = (id: number) =>
    kinds.of(id, () => {
      const stratum = strata.find((one) => one.id === id)
      return {
        queue: stratum?.queue ?? null,
        reason: stratum?.reason ?? null,
        channel: stratum?.channel ?? null,
      }
    })
  const metricPlace = (metricId: string) =>
    metrics.of(metricId, () => {
      const version = versions.get(metricId) ?? 1
      const question = questionOf(metricId)
      const known = question && questions.get(question.id)
      if (!question || !known) return { metric: { id: metricId }, version }
      forms.of(question.id, () => ({ ...known, maxPoints: null }))
      return { metric: { of: question.of, form: known.form, stableKey: known.stableKey }, version }
    })
  const unnamed = (rows: readonly { personId: number; sums: readonly (number | null)[] }[]) =>
    rows.filter((row) => !isNamed(row)).reduce((sum, { sums }) => sum + (sums[0] ?? 0), 0)
  return {
    format: AGGREGATE_FORMAT,
    version: 1,
    workspace: { uid, name: workspaceName(database, given.folder) },
    writtenOn: dayOfNumber(dayFinder(readPreferences(database).timeZone)(given.now)),
    timeZone: readPreferences(database).timeZone,
    newestDay: dayOfNumber(newest),
    leastInACell: LEAST_IN_A_CELL,
    contacts: contacts.cells.map(({ day, personId, stratumId, sums }) => [
      dayOfNumber(day),
      personPlace(personId),
      kindPlace(stratumId),
      sums,
    ]),
    observations: observations.cells.map(({ of, day, personId, stratumId, sums }) => [
      metricPlace(of.slice(1)),
      dayOfNumber(day),
      personPlace(personId),
      kindPlace(stratumId),
      of.startsWith('1') ? 1 : 0,
      sums,
    ]),
    people: people.items,
    strata: kinds.items,
    forms: forms.items,
    metrics: metrics.items,
    contactSums: [...INTERACTION_SUMS],
    observationSums: [...OBSERVATION_SUMS],
    leftOut: {
      contacts: contacts.leftOut + unnamed(contactDays),
      observations: observations.leftOut + unnamed(observationDays),
    },
  }
}

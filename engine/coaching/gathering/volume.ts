import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import type { Stratum } from '../../interactions/index.ts'
import { isInteractionMetric, type MetricCell } from '../../metrics/index.ts'
import type { ApplicabilityRow } from './applicability.store.ts'

/** Contacts of a person in a stratum. */
export interface Volume {
  personId: number
  stratumId: number
  n: number
}

/** Contacts of each person in the window, less those that were only made for a conversation. */
export function contactsByPerson(
  volumes: readonly Volume[],
  made: ReadonlyMap<number, number> = new Map(),
): Map<number, number> {
  const contacts = new Map([...made].map(([personId, n]) => [personId, -n]))
  for (const { personId, n } of volumes) contacts.set(personId, (contacts.get(personId) ?? 0) + n)
  return contacts
}

/** In how many contacts a week a driver applies to each person, measured or not. */
export type WeeklyVolumes = (
  definition: MetricDefinition,
  cells: readonly MetricCell[],
) => (personId: number, observed: number) => number

/**
 * What the log says of a contact is known of each contact it applies to. Of all else a sample is seen: it applies in the channels it
 * is seen in at all (nobody falls silent in a chat), and a question in the share of contacts in which it did apply. Without a log,
 * what was observed is all the volume that is known.
 */
export function weeklyVolumes(
  volumes: readonly Volume[],
  strata: ReadonlyMap<number, Stratum>,
  applicability: readonly ApplicabilityRow[],
  windowDays: number,
): WeeklyVolumes {
  const keyOf = (driverId: string, isDrawn: boolean) => `${driverId} ${isDrawn}`
  const shareOf = new Map(
    applicability.map((row) => [keyOf(row.driverId, row.isDrawn === 1), row.applied / row.asked]),
  )
  const everything = contactsByPerson(volumes)
  const known = new Map<string, Map<number, number>>()
  const perWeek = (contacts: number) => (contacts * 7) / windowDays
  const inChannels = (channels: readonly string[]) => {
    const key = JSON.stringify(channels)
    let contacts = known.get(key)
    if (!contacts) {
      const chosen = volumes.filter(({ stratumId }) => {
        const channel = strata.get(stratumId)?.channel ?? null
        return channel === null || channels.includes(channel)
      })
      known.set(key, (contacts = contactsByPerson(chosen)))
    }
    return contacts
  }
  return (definition, cells) => {
    if (isInteractionMetric(definition.id)) return (_, observed) => perWeek(observed)
    const channels = new Set(cells.flatMap((cell) => strata.get(cell.stratumId)?.channel ?? []))
    const contacts = channels.size === 0 ? everything : inChannels([...channels].toSorted())
    const isDrawn = cells.some(({ drawn }) => drawn !== null)
    const share = shareOf.get(keyOf(definition.id, isDrawn)) ?? 1
    return (personId, observed) =>
      everything.has(personId) ? perWeek(contacts.get(personId) ?? 0) * share : perWeek(observed)
  }
}

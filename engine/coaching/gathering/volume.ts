import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import type { Stratum } from '../../interactions/index.ts'
import { isInteractionMetric, type MetricCell } from '../../metrics/index.ts'
import type { ApplicabilityRow } from './applicability.store.ts'

interface Volume {
  personId: number
  stratumId: number
  n: number
}

/** Contacts per week of each person. */
export function volumePerWeek(volumes: readonly Volume[], windowDays: number): Map<number, number> {
  const perWeek = new Map<number, number>()
  for (const { personId, n } of volumes)
    perWeek.set(personId, (perWeek.get(personId) ?? 0) + (n * 7) / windowDays)
  return perWeek
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
  const shareOf = new Map(applicability.map((row) => [row.driverId, row.applied / row.asked]))
  const everything = volumePerWeek(volumes, windowDays)
  const known = new Map<string, Map<number, number>>()
  const inChannels = (channels: readonly string[]) => {
    const key = JSON.stringify(channels)
    let perWeek = known.get(key)
    if (!perWeek) {
      const chosen = volumes.filter(({ stratumId }) => {
        const channel = strata.get(stratumId)?.channel ?? null
        return channel === null || channels.includes(channel)
      })
      known.set(key, (perWeek = volumePerWeek(chosen, windowDays)))
    }
    return perWeek
  }
  return (definition, cells) => {
    if (isInteractionMetric(definition.id)) return (_, observed) => (observed * 7) / windowDays
    const channels = new Set(cells.flatMap((cell) => strata.get(cell.stratumId)?.channel ?? []))
    const perWeek = channels.size === 0 ? everything : inChannels([...channels].toSorted())
    const share = shareOf.get(definition.id) ?? 1
    return (personId, observed) =>
      everything.has(personId) ? (perWeek.get(personId) ?? 0) * share : (observed * 7) / windowDays
  }
}

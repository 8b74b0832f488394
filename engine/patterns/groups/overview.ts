import { t } from '#speech'
import type { HeatCell, PatternGroup, PatternOverview } from '../../../shared/contract/group-patterns.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import {
  FALSE_DISCOVERY_RATE,
  groupSentence,
  type GroupCell,
  type GroupedWindow,
} from '../../coaching/index.ts'
import { patternDriver } from './window.ts'

/** Teams and queues x drivers, with all that stands behind each cell. */
export function overviewOf(grouped: GroupedWindow): PatternOverview {
  const { scene, drivers, agents } = grouped
  const cells = cellViews(grouped)
  const groups = new Map(cells.map(({ group }) => [`${group.kind} ${group.key}`, group]))
  const inTeam = Map.groupBy([...agents.values()], ({ teamId }) => teamId)
  const flags = cells.filter(({ compared }) => compared?.isFlagged)
  const tested = cells.filter(({ compared, group }) => compared !== null && group.kind === 'team').length
  return {
    window: { from: dayOfNumber(scene.window.from), to: dayOfNumber(scene.window.to) },
    agents: agents.size,
    drivers: drivers.map(({ facts }) => patternDriver(scene.definitions.get(facts.driverId)!)),
    groups: [...groups.values()]
      .map((group) => ({
        ...group,
        agents:
          group.kind === 'team'
            ? (inTeam.get(group.key)?.length ?? 0)
            : Math.max(...cells.filter((cell) => cell.group === group).map((cell) => cell.agents), 0),
      }))
      .toSorted((a, b) => (a.kind === b.kind ? a.label.localeCompare(b.label) : a.kind === 'team' ? -1 : 1)),
    cells,
    falseDiscoveryRate: FALSE_DISCOVERY_RATE,
    sentence:
      tested === 0
        ? t`No two teams of four agents or more have data on one driver in this window.`
        : t`${{ flagged: flags.length }} of ${{ cells: cells.length }} cells are worse than the rest by more than what is worth acting on; about one flag in ten is expected to be false. A prompt for a conversation, not a verdict.`,
  }
}

/** The cells of all drivers, or of one. */
export function cellViews({ scene, table }: GroupedWindow, driverId?: string): HeatCell[] {
  const teams = new Map<string, PatternGroup>()
  const groupOf = (kind: PatternGroup['kind'], key: string) => {
    const known = teams.get(`${kind} ${key}`)
    if (known) return known
    const label =
      kind === 'team' ? (scene.directory.teams.get(Number(key))?.name ?? t`Team ${{ id: key }}`) : key
    const group = { kind, key, label }
    teams.set(`${kind} ${key}`, group)
    return group
  }
  const views = (kind: PatternGroup['kind'], cells: readonly GroupCell[]) =>
    cells
      .filter((cell) => driverId === undefined || cell.driverId === driverId)
      .map((cell) => cellView(cell, groupOf(kind, cell.groupId), scene.definitions.get(cell.driverId)!))
  return [...views('team', table.teams), ...views('queue', table.queues)]
}

function cellView(cell: GroupCell, group: PatternGroup, definition: MetricDefinition): HeatCell {
  const { driverId, agents, raw, mean, low, high, others, compared } = cell
  return {
    driverId,
    group,
    agents,
    raw,
    mean: { value: mean, low, high },
    others,
    compared:
      compared === null
        ? null
        : {
            groupMean: compared.groupMean,
            rest: compared.rest,
            agents: compared.agents,
            restAgents: compared.restAgents,
            isRestComparable: compared.isRestComparable,
            isMixOfWork: compared.isMixOfWork,
            difference: { value: compared.difference, low: compared.low, high: compared.high },
            inDeltas: compared.difference / (definition.smallestDifference || 1),
            pValue: compared.pValue,
            isFlagged: compared.isFlagged,
          },
    sentence: cellSentence(cell, group, definition),
  }
}

function cellSentence(cell: GroupCell, group: PatternGroup, definition: MetricDefinition): string {
  const sentence = groupSentence(group, cell, definition)
  return cell.compared?.isFlagged ? `${sentence} ${t`Look at the process before the people.`}` : sentence
}

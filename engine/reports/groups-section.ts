import type { HeatCell, PatternDriver, PatternOverview } from '../../shared/contract/group-patterns.ts'
import { formatDifference, formatValue } from '../../shared/domain/format.ts'
import { figureLabel } from '../coaching/index.ts'
import { heatMap, type Block } from '../documents/index.ts'

/** As many drivers as stand side by side in a chart that can be read. */
const MOST_IN_CHART = 10

/** Teams beside each other, as the heat map of the Patterns page has them for the same days, and which cells of it are flagged. */
export function groupsSection({ drivers, groups, cells, falseDiscoveryRate }: PatternOverview): Block[] {
  const teams = groups.filter(({ kind }) => kind === 'team')
  if (teams.length < 2 || cells.length === 0) return []
  const byDriver = Map.groupBy(
    cells.filter(({ group }) => group.kind === 'team'),
    ({ driverId }) => driverId,
  )
  const shown = drivers
    .filter(({ id }) => byDriver.has(id))
    .toSorted((a, b) => widest(byDriver.get(b.id)!) - widest(byDriver.get(a.id)!))
    .slice(0, MOST_IN_CHART)
  const cellOf = (driverId: string, key: string) =>
    byDriver.get(driverId)?.find(({ group }) => group.key === key)
  const flagged = cells.filter(({ compared }) => compared?.isFlagged)
  return [
    {
      kind: 'section',
      title: 'Teams and what they differ in',
      blocks: [
        {
          kind: 'figure',
          drawing: heatMap({
            columns: shown.map(({ id, label }) => (id.startsWith('auto:') ? `${label} (automated)` : label)),
            rows: teams.map(({ key, label }) => ({
              label,
              cells: shown.map((driver) => {
                const cell = cellOf(driver.id, key)
                return cell
                  ? {
                      text: formatValue(cell.mean.value, driver),
                      shade: -Math.tanh((cell.compared?.inDeltas ?? 0) / 2),
                      isSure: cell.compared?.isFlagged ?? false,
                    }
                  : null
              }),
            })),
          }),
          caption: `The figures of the Patterns page for the same days: where each team probably stands. Dark: worse than the rest; pale blue: better; framed and bold: flagged as worse by more than is worth acting on.${shown.length < byDriver.size ? ` The ${shown.length} drivers with the widest differences, of ${byDriver.size}.` : ''}`,
          alternative: inSentences(flagged, drivers),
        },
        flagged.length === 0
          ? {
              kind: 'paragraph',
              text: 'No team or queue is flagged: whatever differs cannot be told from chance, or is too small to act on.',
            }
          : flagTable(flagged, drivers, falseDiscoveryRate),
      ],
    },
  ]
}

function widest(cells: readonly HeatCell[]): number {
  return Math.max(
    ...cells.map(({ compared }) =>
      compared === null ? 0 : (compared.isFlagged ? 100 : 0) + Math.abs(compared.inDeltas),
    ),
  )
}

function flagTable(
  flagged: readonly HeatCell[],
  drivers: readonly PatternDriver[],
  falseDiscoveryRate: number,
): Block {
  return {
    kind: 'table',
    caption: 'Worse than the rest, by more than chance and by enough to act on',
    columns: [
      { label: 'Team or queue', width: 96 },
      { label: 'Driver', width: 'rest' },
      { label: 'Agents', align: 'right' },
      { label: 'Probably', align: 'right' },
      { label: 'The rest', align: 'right' },
      { label: 'Worse by (95% interval)', align: 'right' },
    ],
    rows: flagged.flatMap(({ driverId, group, agents, mean, compared }) => {
      const driver = drivers.find(({ id }) => id === driverId)
      if (!driver || !compared) return []
      const { value, low, high } = compared.difference
      const difference = (number: number) => formatDifference(number, driver).replace('-', '−')
      return [
        [
          group.kind === 'queue' ? `${group.label} (queue)` : group.label,
          figureLabel(driver),
          String(agents),
          formatValue(mean.value, driver),
          formatValue(compared.rest, driver),
          `${difference(value)} (${difference(low).replace(/ points$/, '')} to ${difference(high)})`,
        ],
      ]
    }),
    note: `About one flag in ${Math.round(1 / falseDiscoveryRate)} is expected to be false. Whatever is not listed cannot be told from chance, or is too small to act on. A prompt for a look, not a verdict.`,
  }
}

function inSentences(flagged: readonly HeatCell[], drivers: readonly PatternDriver[]): string {
  const sentences = flagged.flatMap(({ driverId, group }) => {
    const driver = drivers.find(({ id }) => id === driverId)
    return group.kind === 'team' && driver ? [`${group.label} is worse in ${driver.label}`] : []
  })
  return sentences.length === 0 ? 'No team is flagged.' : `${sentences.join('; ')}.`
}

import type { HeatCell, PatternDriver, PatternOverview } from '../../shared/contract/group-patterns.ts'
import type { SystemicListItem } from '../../shared/contract/systemic.ts'
import { formatDifference, formatValue } from '../../shared/domain/format.ts'
import { figureLabel } from '../coaching/index.ts'
import { heatMap, type Block } from '../documents/index.ts'
import { listed } from './words.ts'

/** As many drivers as stand side by side in a chart that can be read. */
const MOST_IN_CHART = 10

/** Teams beside each other, with what is kept of their drivers, as the heat map of the Patterns page has them for the same days, and which cells of it are flagged. */
export function groupsSection(
  { drivers, groups, cells, falseDiscoveryRate }: PatternOverview,
  findings: readonly SystemicListItem[],
): Block[] {
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
  const explained = cells.filter(({ compared }) => compared?.isMixOfWork)
  const hasMark = explained.some(({ driverId }) => shown.some(({ id }) => id === driverId))
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
                      text: `${formatValue(cell.mean.value, driver)}${cell.compared?.isMixOfWork ? '°' : ''}`,
                      shade: -Math.tanh((cell.compared?.inDeltas ?? 0) / 2),
                      isSure: cell.compared?.isFlagged ?? false,
                    }
                  : null
              }),
            })),
          }),
          caption: `The figures of the Patterns page for the same days: where each team probably stands on all its work. The shade is the difference on the same work: dark is worse, pale blue better; framed and bold: flagged as worse by more than is worth acting on.${hasMark ? ' °: on the same work about equal, so what they work on makes the difference and not the team.' : ''}${shown.length < byDriver.size ? ` The ${shown.length} drivers with the widest differences, of ${byDriver.size}.` : ''}`,
          alternative: inSentences(flagged, drivers),
        },
        ...explanations(explained, flagged, drivers, findings),
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
      compared === null
        ? 0
        : (compared.isFlagged ? 200 : compared.isMixOfWork ? 100 : 0) + Math.abs(compared.inDeltas),
    ),
  )
}

/** Of teams that stand worse and do not on the same work: which queue is off instead, and what was kept of it. */
function explanations(
  explained: readonly HeatCell[],
  flagged: readonly HeatCell[],
  drivers: readonly PatternDriver[],
  findings: readonly SystemicListItem[],
): Block[] {
  const items = explained.flatMap(({ driverId, group, mean, others, compared }) => {
    const driver = drivers.find(({ id }) => id === driverId)
    if (!driver || others === null || !compared || !isWorse(driver, mean.value, others)) return []
    const value = (number: number) => formatValue(number, driver)
    const queues = flagged
      .filter((one) => one.driverId === driverId && one.group.kind === 'queue')
      .map((one) => one.group.label)
    const kept = findings
      .filter((one) => one.driver.id === driverId && one.group.kind === 'queue' && one.status !== 'dropped')
      .map(({ title, owner }) => `“${title}”${owner === '' ? '' : ` (${owner})`}`)
    const where =
      queues.length === 0
        ? ''
        : ` What is off is the ${queues.length === 1 ? 'queue' : 'queues'} ${listed(queues)}.`
    const finding = kept.length === 0 ? '' : ` Kept as a finding: ${listed(kept)}.`
    return [
      {
        text: `${group.label} is not behind in ${figureLabel(driver)}: ${value(mean.value)} on all its work, but ${value(compared.groupMean)} beside ${value(compared.rest)} on the same work.${where}${finding}`,
      },
    ]
  })
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

function isWorse({ polarity }: PatternDriver, value: number, than: number): boolean {
  const outside = (one: number) =>
    polarity.direction === 'band' ? Math.max(0, polarity.low - one, one - polarity.high) : 0
  if (polarity.direction === 'band') return outside(value) > outside(than)
  return polarity.direction === 'lower' ? value > than : value < than
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
      { label: 'Probably', align: 'right' },
      { label: 'Same work', align: 'right' },
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
          `${formatValue(mean.value, driver)} (${agents})`,
          group.kind === 'queue' ? '–' : `${formatValue(compared.groupMean, driver)} (${compared.agents})`,
          `${formatValue(compared.rest, driver)} (${compared.restAgents})`,
          `${difference(value)} (${difference(low).replace(/ points$/, '')} to ${difference(high)})`,
        ],
      ]
    }),
    note: `In brackets: of how many agents. Probably: on all their work, as the heat map has it. Same work and the rest: as measured, of those who do the same work; the difference is of these. About one flag in ${Math.round(1 / falseDiscoveryRate)} is expected to be false. Whatever is not listed cannot be told from chance, or is too small to act on. A prompt for a look, not a verdict.`,
  }
}

function inSentences(flagged: readonly HeatCell[], drivers: readonly PatternDriver[]): string {
  const sentences = flagged.flatMap(({ driverId, group }) => {
    const driver = drivers.find(({ id }) => id === driverId)
    return group.kind === 'team' && driver ? [`${group.label} is worse in ${driver.label}`] : []
  })
  return sentences.length === 0 ? 'No team is flagged.' : `${sentences.join('; ')}.`
}

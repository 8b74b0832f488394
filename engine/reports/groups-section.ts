import { plural, t } from '#speech'
import { formatNumber } from '../../shared/speech/numbers.ts'
import type { HeatCell, PatternDriver, PatternOverview } from '../../shared/contract/group-patterns.ts'
import type { SystemicListItem } from '../../shared/contract/systemic.ts'
import { formatDifference, formatValue } from '../../shared/domain/format.ts'
import { figureLabel } from '../coaching/index.ts'
import { heatMap, type Block } from '../documents/index.ts'
import { listed } from '../../shared/speech/lists.ts'

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
      title: t`Teams and what they differ in`,
      blocks: [
        {
          kind: 'figure',
          drawing: heatMap({
            columns: shown.map(({ id, label }) =>
              id.startsWith('auto:') ? t`${{ label }} (automated)` : label,
            ),
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
          caption: captionOf(hasMark, shown.length, byDriver.size),
          alternative: inSentences(flagged, drivers),
        },
        ...explanations(explained, flagged, drivers, findings),
        flagged.length === 0
          ? {
              kind: 'paragraph',
              text: t`No team or queue is flagged: whatever differs cannot be told from chance, or is too small to act on.`,
            }
          : flagTable(flagged, drivers, falseDiscoveryRate),
      ],
    },
  ]
}

function captionOf(hasMark: boolean, shown: number, all: number): string {
  return [
    t`The figures of the Patterns page for the same days: where each team probably stands on all its work. The shade is the difference on the same work: dark is worse, pale blue better; framed and bold: flagged as worse by more than is worth acting on.`,
    ...(hasMark
      ? [t`°: on the same work about equal, so what they work on makes the difference and not the team.`]
      : []),
    ...(shown < all ? [t`The ${{ shown }} drivers with the widest differences, of ${{ all }}.`] : []),
  ].join(' ')
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
    const queues = flagged
      .filter((one) => one.driverId === driverId && one.group.kind === 'queue')
      .map((one) => one.group.label)
    const kept = findings
      .filter((one) => one.driver.id === driverId && one.group.kind === 'queue' && one.status !== 'dropped')
      .map(({ title, owner }) => `“${title}”${owner === '' ? '' : ` (${owner})`}`)
    const [all, same, rest] = [mean.value, compared.groupMean, compared.rest].map((one) =>
      formatValue(one, driver),
    )
    const n = queues.length
    const sentences = [
      t`${{ team: group.label }} is not behind in ${{ driver: figureLabel(driver) }}: ${{ all }} on all its work, but ${{ same }} beside ${{ rest }} on the same work.`,
      ...(n === 0
        ? []
        : [
            t`What is off is the ${plural({ n }, { one: 'queue', other: 'queues' })} ${{ queues: listed(queues) }}.`,
          ]),
      ...(kept.length === 0 ? [] : [t`Kept as a finding: ${{ findings: listed(kept) }}.`]),
    ]
    return [
      {
        text: sentences.join(' '),
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
    caption: t`Worse than the rest, by more than chance and by enough to act on`,
    columns: [
      { label: t`Team or queue`, width: 96 },
      { label: t`Driver`, width: 'rest' },
      { label: t`Probably`, align: 'right' },
      { label: t`Same work`, align: 'right' },
      { label: t`The rest`, align: 'right' },
      { label: t`Worse by (95% interval)`, align: 'right' },
    ],
    rows: flagged.flatMap(({ driverId, group, agents, mean, compared }) => {
      const driver = drivers.find(({ id }) => id === driverId)
      if (!driver || !compared) return []
      return [
        [
          group.kind === 'queue' ? t`${{ queue: group.label }} (queue)` : group.label,
          figureLabel(driver),
          `${formatValue(mean.value, driver)} (${agents})`,
          group.kind === 'queue' ? '–' : `${formatValue(compared.groupMean, driver)} (${compared.agents})`,
          `${formatValue(compared.rest, driver)} (${compared.restAgents})`,
          withInterval(driver, compared.difference),
        ],
      ]
    }),
    note: t`In brackets: of how many agents. Probably: on all their work, as the heat map has it. Same work and the rest: as measured, of those who do the same work; the difference is of these. About one flag in ${{ of: Math.round(1 / falseDiscoveryRate) }} is expected to be false. Whatever is not listed cannot be told from chance, or is too small to act on. A prompt for a look, not a verdict.`,
  }
}

/** `6 points (2 to 10 points)`. */
function withInterval(
  driver: PatternDriver,
  { value, low, high }: { value: number; low: number; high: number },
): string {
  const isInPoints = driver.unit === 'share' || (driver.unit === 'score' && !driver.scale)
  const [middle, from, to] = [value, low, high].map((one) => formatDifference(one, driver))
  return t`${{ value: middle }} (${{ low: isInPoints ? formatNumber(low * 100) : from }} to ${{ high: to }})`
}

function inSentences(flagged: readonly HeatCell[], drivers: readonly PatternDriver[]): string {
  const sentences = flagged.flatMap(({ driverId, group }) => {
    const driver = drivers.find(({ id }) => id === driverId)
    return group.kind === 'team' && driver
      ? [t`${{ team: group.label }} is worse in ${{ driver: driver.label }}`]
      : []
  })
  return sentences.length === 0 ? t`No team is flagged.` : `${sentences.join('; ')}.`
}

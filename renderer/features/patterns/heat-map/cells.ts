import { t } from '@lingui/core/macro'
import type { HeatCell, PatternDriver, PatternGroup } from '../../../../shared/contract/group-patterns.ts'
import type { HeatMapCell, HeatMapRow } from '../../../charts/heat-map.tsx'
import { differenceWords, driverKinds, groupWord, valueWords } from '../words.ts'

/** Distances in units of the smallest difference worth acting on, from which a step of colour is taken. */
const STEPS = [0.5, 1, 2] as const

function toneOf({ compared }: HeatCell): HeatMapCell['tone'] {
  if (compared === null) return null
  const steps = STEPS.filter((step) => Math.abs(compared.inDeltas) >= step).length as 0 | 1 | 2 | 3
  return (compared.inDeltas < 0 && steps > 0 ? -steps : steps) as HeatMapCell['tone']
}

function shownCell(driver: PatternDriver, cell: HeatCell): HeatMapCell {
  const { compared, group } = cell
  const figure = valueWords(driver, cell.mean.value)
  const isFlagged = compared?.isFlagged ?? false
  return {
    figure,
    tone: toneOf(cell),
    isFlagged,
    label: `${driver.label}, ${group.label}: ${figure}${isFlagged ? t`, flagged as worse than the rest` : ''}`,
    details:
      compared === null
        ? cell.sentence
        : t`${cell.sentence} With its interval: ${differenceWords(driver, compared.difference)}.`,
  }
}

/** The map's rows under the kinds of drivers, with a cell for each of `groups`. Drivers nobody has a figure of are left out. */
export function sectionsOf(
  drivers: readonly PatternDriver[],
  groups: readonly Pick<PatternGroup, 'kind' | 'key'>[],
  cells: readonly HeatCell[],
): { title: string; rows: HeatMapRow[] }[] {
  const found = new Map(cells.map((cell) => [`${cell.driverId} ${groupWord(cell.group)}`, cell]))
  return driverKinds
    .map(([kind, title]) => ({
      title,
      rows: drivers
        .filter((driver) => driver.kind === kind)
        .map((driver) => ({
          key: driver.id,
          label: driver.label,
          cells: groups.map((group) => {
            const cell = found.get(`${driver.id} ${groupWord(group)}`)
            return cell ? shownCell(driver, cell) : null
          }),
        }))
        .filter((row) => row.cells.some((cell) => cell !== null)),
    }))
    .filter(({ rows }) => rows.length > 0)
}

import { plural, t } from '#speech'
import type { DriverPattern } from '../../../shared/contract/group-patterns.ts'
import { formatValue } from '../../../shared/domain/format.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { listed } from '../../../shared/speech/lists.ts'

type Grid = DriverPattern['grid']
/** What is said of a place is said of; `apart` are the teams that stand out as a whole. */
type Placed = Omit<Grid, 'sentence'> & { apart: readonly string[] }

/** A driver's place in the grid, and what its average is held against. */
export function gridSentence(placed: Placed, definition: MetricDefinition): string {
  if (placed.place === 'calibrate-first')
    return t`Reviewers differ by more than is worth acting on: calibrate before anything else.`
  const sentence = placed.apart.length > 0 ? teamsApart(placed) : placeInWords(placed)
  return [sentence, ...yardstickInWords(placed.yardstick, definition)].join(' ')
}

function teamsApart({ agents, apart }: Placed): string {
  const teams = listed(apart)
  const n = apart.length
  switch (agents) {
    case 'little':
      return t`Within a team agents hardly differ; ${{ teams }} as a whole ${plural({ n }, { one: 'is', other: 'are' })} behind the rest: fix it there, not with its people.`
    case 'wide':
      return t`Agents of one team differ; ${{ teams }} as a whole ${plural({ n }, { one: 'is', other: 'are' })} behind the rest: fix it there, and coach the tail.`
    case 'cannot-tell':
      return t`Whether agents of one team differ cannot be told; ${{ teams }} as a whole ${plural({ n }, { one: 'is', other: 'are' })} behind the rest: fix it there, not with its people.`
  }
}

function placeInWords({ place, average, agents, yardstick }: Placed): string {
  const isByAgents = yardstick?.basis === 'good-agents'
  switch (place) {
    case 'fix-the-process':
      return isByAgents
        ? t`On average short of what the better quarter reaches, and agents of one team hardly differ: a matter of process, tool or form, not of people.`
        : t`Low on average, and agents of one team hardly differ: a matter of process, tool or form, not of people.`
    case 'coach-the-few':
      return isByAgents
        ? t`On average close to what the better quarter reaches, and agents of one team differ: coach the few, learn from the best.`
        : t`Good on average, and agents of one team differ: coach the few, learn from the best.`
    case 'mixed':
      return isByAgents
        ? t`On average short of what the better quarter reaches, and agents of one team differ: fix the process, and coach the tail.`
        : t`Low on average, and agents of one team differ: fix the process, and coach the tail.`
    case 'leave-alone':
      return isByAgents
        ? t`On average close to what the better quarter reaches, and agents of one team hardly differ: leave it alone.`
        : t`Good on average, and agents of one team hardly differ: leave it alone.`
    case 'calibrate-first':
    case 'cannot-tell':
      return whatIsOpen(average, agents, yardstick)
  }
}

function whatIsOpen(average: Grid['average'], agents: Grid['agents'], yardstick: Grid['yardstick']): string {
  if (yardstick === null)
    return t`Cannot tell: no target is set, and too few agents and like drivers stand beside it.`
  if (agents !== 'cannot-tell') return t`Cannot tell yet whether the average is low.`
  return average === 'cannot-tell'
    ? t`Cannot tell yet whether the average is low, nor whether agents of one team differ by more than is worth acting on.`
    : t`Cannot tell yet whether agents of one team differ by more than is worth acting on.`
}

function yardstickInWords(yardstick: Grid['yardstick'], definition: MetricDefinition): string[] {
  if (yardstick === null) return []
  const value = formatValue(yardstick.value, definition)
  switch (yardstick.basis) {
    case 'target':
      return [t`The target is ${{ value }}.`]
    case 'like-drivers':
      return [t`No target is set; like drivers average ${{ value }}.`]
    case 'good-agents':
      return [t`No target is set; the better quarter of agents on the same work reaches ${{ value }}.`]
    case 'band':
      return []
  }
}

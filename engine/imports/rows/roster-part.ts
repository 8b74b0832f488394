import type { RosterFacts } from '../facts.ts'
import type { RowBuilding } from './cells.ts'
import { dayCell, textCell } from './cells.ts'

/** Makes the reader of what a roster says of the person the row names. */
export function rosterPart(
  building: RowBuilding,
  isRoster: boolean,
): (row: readonly string[]) => RosterFacts | null {
  if (!isRoster) return () => null
  const role = textCell(building, 'roster.role')
  const managerName = textCell(building, 'roster.managerName')
  const hiredOn = dayCell(building, 'roster.hiredOn')
  const leftOn = dayCell(building, 'roster.leftOn')
  const teamFrom = dayCell(building, 'roster.teamFrom')
  const teamTo = dayCell(building, 'roster.teamTo')
  const onLeaveFrom = dayCell(building, 'roster.onLeaveFrom')
  const onLeaveTo = dayCell(building, 'roster.onLeaveTo')
  const status = textCell(building, 'roster.status')
  return (row) => ({
    role: role(row),
    managerName: managerName(row),
    hiredOn: hiredOn(row),
    leftOn: leftOn(row),
    teamFrom: teamFrom(row),
    teamTo: teamTo(row),
    onLeaveFrom: onLeaveFrom(row),
    onLeaveTo: onLeaveTo(row),
    status: status(row),
  })
}

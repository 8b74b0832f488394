import type { Shift } from '../contacts.ts'
import { addDays, asClock, asDayFirst, dayStartMs } from '../days.ts'
import { lastNameFirst, teamOn } from '../people.ts'
import type { Agent } from '../people.ts'
import { QUEUES } from '../company.ts'
import { createRandom } from '../random.ts'
import { csvRow, withRowsAt } from './table.ts'
import type { PlantedBadRow, SampleFile } from './table.ts'

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`

/**
 * Adherence per person and day, with people by workforce number and "Last, First". Days off have nothing
 * scheduled, so their percentages are what the tool makes of 0 / 0. A total row ends the file.
 */
export function writeAdherence(shifts: readonly Shift[]): { files: SampleFile[]; badRows: PlantedBadRow[] } {
  const path = 'wfm/adherence_by_day.csv'
  const header = csvRow([
    'Date',
    'Agent ID',
    'Agent',
    'Email',
    'Scheduling Unit',
    'Scheduled Time',
    'Actual Time',
    'Time in Adherence',
    'Adherence %',
    'Conformance %',
    'Absence Reason',
    'Planned Absence',
    'Unplanned Absence',
  ])
  const cellsOf = (shift: Shift) => [
    asDayFirst(shift.day),
    shift.agent.workforceId,
    lastNameFirst(shift.agent.name),
    shift.agent.isNameOnlyInWorkforce ? '' : shift.agent.email,
    teamOn(shift.agent, shift.day),
    asClock(shift.scheduledSeconds),
    asClock(shift.workedSeconds),
    asClock(shift.adherentSeconds),
    percent(shift.adherentSeconds, shift.scheduledSeconds),
    percent(shift.workedSeconds, shift.scheduledSeconds),
    shift.absence,
    asClock(shift.plannedAbsenceSeconds),
    asClock(shift.unplannedAbsenceSeconds),
  ]
  const rows = shifts.map((shift) => csvRow(cellsOf(shift)))
  const sum = (read: (shift: Shift) => number) => shifts.reduce((total, shift) => total + read(shift), 0)
  const scheduled = sum((shift) => shift.scheduledSeconds)
  const worked = sum((shift) => shift.workedSeconds)
  const adherent = sum((shift) => shift.adherentSeconds)
  const broken = (at: number, column: number, value: string) => {
    const shift = shifts[at]
    const cells = shift ? cellsOf(shift) : []
    cells[column] = value
    return csvRow(cells)
  }
  const damaged = withRowsAt(
    rows,
    [
      { at: 900, row: broken(900, 0, '31/02/2026'), reason: 'The date does not exist.' },
      { at: 1500, row: broken(1500, 5, '-08:00:00'), reason: 'A scheduled time below zero.' },
    ],
    path,
    1,
  )
  const total = csvRow([
    'Total',
    '',
    '',
    '',
    '',
    asClock(scheduled),
    asClock(worked),
    asClock(adherent),
    percent(adherent, scheduled),
    percent(worked, scheduled),
    '',
    '',
    '',
  ])
  return {
    files: [{ path, kind: 'shifts', content: `\uFEFF${[header, ...damaged.rows, total].join('\r\n')}\r\n` }],
    badRows: damaged.badRows,
  }
}

/** One row per person with counts and totals for the four weeks before the log begins, over 24 hours and all. */
export function writePeriodSummary(agents: readonly Agent[], startDay: string, seed: number): SampleFile {
  const random = createRandom(seed, 'period summary')
  const from = addDays(startDay, -28)
  const interval = [
    new Date(dayStartMs(from)).toISOString(),
    new Date(dayStartMs(startDay)).toISOString(),
    'TRUE',
    '',
    'voice',
  ]
  const sums = { handle: 0, talk: 0, hold: 0, wrap: 0 }
  const line = (id: string, name: string, count: number, talk: number, hold: number, wrap: number) => {
    const each = (total: number) => asClock(total / count)
    const handle = talk + hold + wrap
    return csvRow([
      ...interval,
      id,
      name,
      count,
      each(handle),
      each(talk),
      each(hold),
      each(wrap),
      asClock(handle),
      asClock(talk),
      asClock(hold),
      asClock(wrap),
    ])
  }
  const rows = agents
    .filter((agent) => agent.hireDay < from)
    .map((agent) => {
      const queue = QUEUES[random.weighted(agent.queues)]
      const count = random.int(250, 350)
      const talk = Math.round(count * queue.talkMedianSeconds * agent.talkFactor * 1.09)
      const hold = Math.round(
        count *
          queue.holdShare *
          agent.holdShareFactor *
          queue.holdMedianSeconds *
          agent.holdLengthFactor *
          1.1,
      )
      const wrap = Math.round(count * queue.wrapMedianSeconds * agent.wrapFactor * 1.12)
      sums.handle += count
      sums.talk += talk
      sums.hold += hold
      sums.wrap += wrap
      return line(agent.login, agent.name, count, talk, hold, wrap)
    })
  const header = csvRow([
    'Interval Start',
    'Interval End',
    'Interval Complete',
    'Filters',
    'Media Type',
    'Agent Id',
    'Agent Name',
    'Handle',
    'Avg Handle',
    'Avg Talk',
    'Avg Hold',
    'Avg ACW',
    'Total Handle',
    'Total Talk',
    'Total Hold',
    'Total ACW',
  ])
  const total = line('', 'Total', sums.handle, sums.talk, sums.hold, sums.wrap)
  return {
    path: 'wfm/agent_performance_summary.csv',
    kind: 'periods',
    content: `${[header, ...rows, total].join('\n')}\n`,
  }
}

import { QUEUES } from '../company.ts'
import type { Contact } from '../contacts.ts'
import { addDays, asCallLogTime, asClock } from '../days.ts'
import { csvRow, withRowsAt } from './table.ts'
import type { PlantedBadRow, SampleFile } from './table.ts'

const HEADER = csvRow([
  'CALL ID',
  'TIMESTAMP',
  'CAMPAIGN',
  'CALL TYPE',
  'AGENT',
  'AGENT NAME',
  'DISPOSITION',
  'ANI',
  'CUSTOMER NAME',
  'DNIS',
  'CALL TIME',
  'BILL TIME (ROUNDED)',
  'COST',
  'IVR TIME',
  'QUEUE WAIT TIME',
  'RING TIME',
  'TALK TIME',
  'HOLD TIME',
  'PARK TIME',
  'AFTER CALL WORK TIME',
  'TRANSFERS',
  'CONFERENCES',
  'HOLDS',
  'ABANDONED',
  'RECORDINGS',
])

function rowOf(contact: Contact): string {
  const ivrSeconds = 14 + ((contact.startedAt / 1000) % 23)
  const callSeconds = ivrSeconds + contact.waitSeconds + contact.talkSeconds + contact.holdSeconds
  const isAbandoned = contact.agent === null
  // The dialler books a customer who gave up on nobody, or on the server that had the call at that moment.
  const agent = contact.agent?.login ?? (contact.waitSeconds % 9 === 0 ? 'NO_SERVER' : '[None]')
  return csvRow([
    contact.id,
    asCallLogTime(contact.startedAt),
    contact.queue,
    'Inbound',
    agent,
    contact.agent?.name ?? (agent === 'NO_SERVER' ? 'NO_SERVER' : '[None]'),
    isAbandoned ? 'Abandon' : contact.reason,
    contact.customerNumber,
    '',
    QUEUES[contact.queue].dialledNumber,
    asClock(callSeconds),
    asClock(Math.ceil(callSeconds / 6) * 6),
    '0.00',
    asClock(ivrSeconds),
    asClock(contact.waitSeconds),
    asClock(isAbandoned ? 0 : 3 + (contact.waitSeconds % 5)),
    // a telephone that logs no holds counts them as talk
    asClock(contact.talkSeconds + (contact.hasHoldLogged ? 0 : contact.holdSeconds)),
    contact.hasHoldLogged ? asClock(contact.holdSeconds) : '',
    asClock(0),
    asClock(contact.wrapSeconds),
    contact.isTransferred ? 1 : 0,
    0,
    contact.hasHoldLogged ? contact.holds : '',
    isAbandoned ? 1 : 0,
    isAbandoned ? 0 : 1,
  ])
}

/** What the telephone system still had of the weeks before. */
export function writeEarlierCallLog(contacts: readonly Contact[], from: string, to: string): SampleFile {
  const rows = contacts.filter(({ channel }) => channel === 'voice').map(rowOf)
  return {
    path: `weeks-before/calls_${from}_${to}.csv`,
    kind: 'interactions',
    content: `${[HEADER, ...rows].join('\r\n')}\r\n`,
  }
}

/** The telephone system's log, one file per four weeks, with three rows in the newest that nobody can take. */
export function writeCallLogs(
  contacts: readonly Contact[],
  endDay: string,
): { files: SampleFile[]; badRows: PlantedBadRow[] } {
  const files: SampleFile[] = []
  const badRows: PlantedBadRow[] = []
  for (const block of [3, 2, 1]) {
    const from = addDays(endDay, -28 * block + 1)
    const to = addDays(endDay, -28 * (block - 1))
    const path = `acd/call_log_${from}_${to}.csv`
    const rows = contacts
      .filter((item) => item.channel === 'voice' && item.day >= from && item.day <= to)
      .map(rowOf)
    const damaged = block === 1 ? withRowsAt(rows, damageTo(rows), path, 1) : { rows, badRows: [] }
    badRows.push(...damaged.badRows)
    files.push({ path, kind: 'interactions', content: `${[HEADER, ...damaged.rows].join('\r\n')}\r\n` })
  }
  return { files, badRows }
}

function damageTo(rows: readonly string[]): { at: number; row: string; reason: string }[] {
  const changed = (at: number, change: (cells: string[]) => void) => {
    const cells = (rows[at] ?? '').split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    cells[0] = String(99_100_000 + at)
    change(cells)
    return cells.join(',')
  }
  return [
    {
      at: 40,
      reason: 'The date does not exist.',
      row: changed(40, (cells) => (cells[1] = '"Tue, 31 Sep 2026 25:61:00"')),
    },
    { at: 310, reason: 'A talk time below zero.', row: changed(310, (cells) => (cells[16] = '-00:03:12')) },
    {
      at: 1200,
      reason: 'A fragment of another export, without the columns of this file.',
      row: '"** connection reset by peer **"',
    },
  ]
}

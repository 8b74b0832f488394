import { addDays } from '../days.ts'
import { writing } from '../../context.ts'
import { createRecord, groupedWindow, noteOnRecord, writeRecord } from '../../patterns/index.ts'
import { inTransaction } from '../../store/index.ts'
import { QUEUE_PROBLEM } from '../planted.ts'
import { CALENDAR, instantOf } from './calendar.ts'
import type { WhenAndWhere } from './telling.ts'

/** Somebody keeps the slow console as a finding: a gap of a queue, that raw averages put on those who sit there. */
export async function keepFinding({ context, endDay }: WhenAndWhere): Promise<void> {
  const { kept, taken, noted, due } = CALENDAR.finding
  const grouped = groupedWindow(context, { to: addDays(endDay, -kept - 1) })
  await writing(context, (database) =>
    inTransaction(database, () => {
      const id = createRecord(
        database,
        grouped,
        {
          driverId: QUEUE_PROBLEM.driver,
          group: { kind: 'queue', key: QUEUE_PROBLEM.queue },
          title: 'Holds in Card Services: the authorisation console',
          owner: 'Payments platform, Ines Okonjo',
          why: 'The new console answers slowly, whoever asks. Nobody should be coached on their holds there until it is mended.',
          dueOn: addDays(endDay, due),
        },
        instantOf(endDay, kept, 9),
      )
      writeRecord(database, { id, status: 'doing' }, instantOf(endDay, taken, 15))
      noteOnRecord(
        database,
        id,
        'The supplier sees it too: each look-up asks for the card twice. A mended version is promised.',
        instantOf(endDay, noted, 11),
      )
    }),
  )
}

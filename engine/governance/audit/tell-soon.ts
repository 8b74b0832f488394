import type { EngineContext } from '../../context.ts'
import { faultOf } from '../../observing/index.ts'
import { changeQuietly, inTransaction } from '../../store/index.ts'
import type { AuditOutcome } from './link.ts'
import { writeAct, type Act } from './recorder.ts'

/**
 * Writes an act on its own when the writer has time, and no kept figure is forgotten for it. A log that cannot be written (the disk is full, the
 * workspace closes) fails nothing that was done.
 */
export async function tellSoon(
  { read, write, writes, now, log }: EngineContext,
  act: Act,
  outcome: AuditOutcome,
): Promise<void> {
  try {
    await writes.run(() => {
      if (!write?.raw.open) return
      changeQuietly({ read, write }, () =>
        inTransaction(write, () => {
          // what is done, the witness of this very commit writes, unless it was told lately
          if (outcome !== 'done') writeAct(write, act, outcome, now())
        }),
      )
    })
  } catch (error) {
    log({ event: 'audit-unkept', act: act.act, fault: faultOf(error) })
  }
}

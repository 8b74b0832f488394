import type { Client } from '../../../engine/direct-client.ts'
import type { AccessDone, AccessOrder } from '../../../shared/contract/access.ts'
import type { Outcome } from '../../command.ts'
import { Failure, UsageError } from '../../errors.ts'
import { cancelOnInterrupt, progressLine } from '../../terminal/progress.ts'
import { figure } from '../../terminal/table.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { whom } from './whom.ts'

/** Writes all that is held about an agent or a customer into a folder, to be given to them. */
export async function exportHeld(
  client: Client,
  values: { agent?: string | undefined; customer?: string | undefined; out?: string | undefined },
  terminal: Terminal,
): Promise<Outcome> {
  if (values.out === undefined) throw new UsageError('privacy export needs --out with a folder.')
  const order = { ...(await whom(client, values)), directory: terminal.resolve(values.out) }
  const done = await written(client, order, terminal)
  const sounds = done.sounds === 1 ? 'one recording' : `${figure(done.sounds)} recordings`
  return {
    data: done,
    text: [
      `Written to ${done.directory}: ${figure(done.rows)} rows in ${figure(done.files.length)} files, with ${sounds}.`,
      ...(done.soundsLeftOut === 0
        ? []
        : [`Recordings left out: ${figure(done.soundsLeftOut)}; README.txt says why.`]),
      'It is personal data, and not encrypted: read it before you hand it over, and delete it here afterwards.',
    ].join('\n'),
  }
}

/** Without a job, so that it works while the app has the workspace open. Ctrl-C takes back what was written and says so. */
async function written(client: Client, order: AccessOrder, terminal: Terminal): Promise<AccessDone> {
  let isCancelled = false
  const stopCancelling = cancelOnInterrupt(() => {
    isCancelled = true
    return Promise.resolve()
  }, terminal)
  const progress = progressLine(terminal)
  try {
    for await (const { share, step, done } of await client.access.write(order)) {
      if (done) return done
      if (isCancelled) throw new Failure('Cancelled; nothing was written.')
      progress.show({ label: 'Gathering', progress: share, step, secondsLeft: null })
    }
    throw new Failure('It did not come to an end; run the command again.')
  } finally {
    progress.clear()
    stopCancelling()
  }
}

import type { Client } from '../../../engine/direct-client.ts'
import type { Outcome } from '../../command.ts'
import { UsageError } from '../../errors.ts'
import { followWriting } from '../../terminal/follow-writing.ts'
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
  const done = await followWriting(
    terminal,
    { label: 'Gathering', cancelled: 'Cancelled; nothing was written.' },
    await client.access.write(order),
  )
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

import { command, type Outcome } from '../command.ts'
import { UsageError } from '../errors.ts'
import { basis } from './privacy/basis.ts'
import { expire, forget, hold, lift, status } from './privacy/deleting.ts'
import { exportHeld } from './privacy/export.ts'
import { findHeld } from './privacy/find.ts'
import type { Part } from './privacy/part.ts'

/** What one can do under `debrief privacy`, by its first word. */
const parts: Readonly<Record<string, (part: Part) => Promise<Outcome>>> = {
  status,
  find: async ({ values, open }) => findHeld(await open('read'), values),
  export: async ({ values, terminal, open }) => exportHeld(await open('read'), values, terminal),
  forget,
  hold,
  lift,
  expire,
  basis,
}

export const privacy = command({
  name: 'privacy',
  usage: `privacy ${Object.keys(parts).join('|')} [--agent NAME | --customer REF | --conversation N] [--why TEXT]`,
  summary:
    'Say what is held about somebody, hand it over, delete it for good, hold it, and say on what it rests.',
  options: {
    agent: { type: 'string' },
    customer: { type: 'string' },
    conversation: { type: 'string' },
    source: { type: 'string' },
    contact: { type: 'string', multiple: true },
    from: { type: 'string' },
    to: { type: 'string' },
    why: { type: 'string' },
    out: { type: 'string' },
    yes: { type: 'boolean' },
  },
  positionals: { least: 0, most: 4 },
  async run({ positionals: [what = 'status', ...rest], values, terminal, open }) {
    const part = Object.hasOwn(parts, what) ? parts[what] : undefined
    if (!part)
      throw new UsageError(`"${what}" is not expected here; there is: ${Object.keys(parts).join(', ')}.`)
    return part({ values, rest, terminal, open })
  },
})

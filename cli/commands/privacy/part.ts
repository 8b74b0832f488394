import type { Client } from '../../../engine/direct-client.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** What a part of `debrief privacy` is given. */
export interface Part {
  values: {
    agent?: string | undefined
    customer?: string | undefined
    conversation?: string | undefined
    source?: string | undefined
    contact?: string[] | undefined
    from?: string | undefined
    to?: string | undefined
    why?: string | undefined
    out?: string | undefined
    yes?: boolean | undefined
  }
  /** What stands behind the name of the part. */
  rest: string[]
  terminal: Terminal
  open(mode: 'read' | 'write'): Promise<Client>
}

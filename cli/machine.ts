import { readMachinePolicy, type MachinePolicy } from '../engine/machine-policy.ts'
import { settleNetwork } from '../engine/network.ts'
import { Failure, sentenceOf } from './errors.ts'
import type { Terminal } from './terminal/terminal.ts'

/** The policy of this machine, with the network settled by it; null, and said why, where either is broken: nothing then runs. */
export function policyOfThisMachine(terminal: Terminal): MachinePolicy | null {
  try {
    const policy = readMachinePolicy()
    settleNetwork({ policy })
    return policy
  } catch (error) {
    terminal.note(sentenceOf(error))
    return null
  }
}

/** Throws where IT has turned the page in the browser off. */
export function refuseWhereOff({ browserDoor }: MachinePolicy): void {
  if (browserDoor === 'off')
    throw new Failure(
      'Debrief does not open in a browser on this machine; use the desktop app, or ask whoever looks after this computer.',
    )
}

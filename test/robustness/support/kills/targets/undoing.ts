import { dump } from '../../dump.ts'
import { aFilledWorkspace } from '../a-workspace.ts'
import type { KillTarget } from '../target.ts'

/** An import is undone: it stands or it does not. */
export const undoing: KillTarget = {
  name: 'undoing',
  share: 6,
  prepare: aFilledWorkspace,
  steps: () => [({ client }) => client.imports.undo({ importId: 1 })],
  look: dump,
}

import { finished } from '../../../../support/merging.ts'
import { dump } from '../../dump.ts'
import { aFilledWorkspace } from '../a-workspace.ts'
import type { KillTarget } from '../target.ts'

/** Conversations are read and scored by the rules: those of one transaction all or none. */
export const reading: KillTarget = {
  name: 'reading',
  share: 7,
  prepare: aFilledWorkspace,
  steps: () => [({ client }) => finished(client, client.jobs.analyze())],
  look: dump,
}

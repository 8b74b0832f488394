import { dump } from '../../dump.ts'
import { aFilledWorkspace } from '../a-workspace.ts'
import { contactLog, take } from '../files.ts'
import type { KillTarget } from '../target.ts'

/** A file comes that corrects what is there: the one or the other stands. */
export const correcting: KillTarget = {
  name: 'correcting',
  share: 8,
  async prepare(folder) {
    await aFilledWorkspace(folder)
    contactLog(folder, true)
  },
  steps: (folder) => [take([contactLog(folder, true)])],
  look: dump,
}

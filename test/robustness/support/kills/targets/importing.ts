import { dump } from '../../dump.ts'
import { contactLog, surveysAndTalk, take } from '../files.ts'
import type { KillTarget } from '../target.ts'

/** A workspace is made, and files come into it: whole batches or none of them. */
export const importing: KillTarget = {
  name: 'importing',
  share: 14,
  async prepare(folder) {
    contactLog(folder)
    surveysAndTalk(folder)
  },
  steps: (folder) => [take([contactLog(folder)]), take(surveysAndTalk(folder))],
  look(database) {
    const held = dump(database)
    return Object.values(held).every((rows) => rows.length === 0) ? null : held
  },
}

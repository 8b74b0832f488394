import assert from 'node:assert/strict'
import { finished } from '../../../../support/merging.ts'
import { CONTACTS, contactLog, CONVERSATIONS, surveysAndTalk } from '../files.ts'
import type { KillTarget } from '../target.ts'

/** An import as a job of a door that stays open: once it was taken on, the next opening brings it to its end by itself. */
export const resuming: KillTarget = {
  name: 'resuming',
  share: 7,
  isResident: true,
  async prepare(folder) {
    contactLog(folder)
    surveysAndTalk(folder)
  },
  steps(folder) {
    const paths = [contactLog(folder), ...surveysAndTalk(folder)]
    return [
      ({ client }) => client.imports.start({ files: paths.map((path) => ({ reference: { path } })) }),
      async ({ client }) => {
        const [job] = (await client.jobs.list()).filter(({ kind }) => kind === 'import')
        await finished(client, Promise.resolve({ jobId: job!.id }))
      },
    ]
  },
  look({ raw }) {
    const jobs = raw.prepare(`SELECT state FROM jobs WHERE kind = 'import'`).pluck().all()
    const contacts = raw.prepare('SELECT count(*) FROM interactions').pluck().get() as number
    assert.ok(contacts === 0 || contacts === CONTACTS, `${contacts} contacts are half an import`)
    return jobs.length === 0 ? null : { isDone: jobs.every((state) => state === 'done') }
  },
  async alsoHolds({ client }, isAtEnd) {
    if (!isAtEnd) return
    const { interactions, transcripts } = await client.workspace.summary()
    assert.deepEqual({ interactions, transcripts }, { interactions: CONTACTS, transcripts: CONVERSATIONS })
    const reports = (await client.jobs.list()).filter(({ kind }) => kind === 'import')
    assert.equal(reports.length, 1, 'it was taken on once')
  },
}

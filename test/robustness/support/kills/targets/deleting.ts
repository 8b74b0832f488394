import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { ForgetSubject } from '../../../../../shared/contract/privacy.ts'
import { marks, openToldApart, textsIn } from '../../../../support/told-apart.ts'
import { dump } from '../../dump.ts'
import { becomeOwn } from '../a-workspace.ts'
import type { AtWork, KillTarget, Step } from '../target.ts'

type Client = AtWork['client']

/** Whom and what is deleted for good, one after the other, and the words that must then be in no file. */
const subjects: readonly { texts: readonly string[]; find: (client: Client) => Promise<ForgetSubject> }[] = [
  {
    texts: Object.values(marks.customer),
    find: async () => ({ customer: marks.customer.ref }),
  },
  {
    texts: [marks.other.said],
    find: async (client) => {
      const { items } = await client.conversations.list({})
      const { interactionId } = items.find(({ contactRef }) => contactRef === marks.other.contact)!
      return { interactionId }
    },
  },
  {
    texts: Object.values(marks.agent),
    find: async (client) => {
      const people = await client.people.list({})
      return { personId: people.find(({ name }) => name === marks.agent.name)!.id }
    },
  },
]

async function jobsEnd(client: Client): Promise<void> {
  while ((await client.jobs.list()).some(({ endedAt }) => endedAt === null))
    await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Somebody is deleted for good: the workspace states all of them or nothing, and whatever was killed, no file keeps a word in the end. */
export const deleting: KillTarget = {
  name: 'deleting',
  share: 7,
  async prepare(folder) {
    await becomeOwn(await openToldApart(), folder)
  },
  steps: () =>
    subjects.map(({ find }): Step => async ({ client }) => {
      await client.privacy.forget({ subject: await find(client), why: 'Asked for' })
      await jobsEnd(client)
    }),
  look(database) {
    const deletions = database.raw.prepare('SELECT kind, counts, held_back FROM deletions ORDER BY id').all()
    const found = { ...dump(database), deletions: deletions.map((one) => JSON.stringify(one)) }
    // when they went differs from run to run
    return JSON.parse(
      JSON.stringify(found).replaceAll(/(_deleted_at\\":)\d+/g, (_, name: string) => `${name}0`),
    ) as unknown
  },
  async alsoHolds({ client, folder }, isAtEnd) {
    if (!isAtEnd) return
    // what a kill left of it is seen to by the clocks, at the latest
    await client.privacy.expire()
    await jobsEnd(client)
    const { deletions } = await client.privacy.status()
    assert.deepEqual(
      deletions.filter(({ cleanedAt, verifiedAt }) => cleanedAt === null || verifiedAt === null),
      [],
    )
    assert.deepEqual(
      textsIn(
        join(folder, 'own'),
        subjects.flatMap(({ texts }) => texts),
      ),
      [],
    )
  },
}

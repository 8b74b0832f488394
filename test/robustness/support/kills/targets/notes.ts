import assert from 'node:assert/strict'
import { floorOf, takeFloor } from '../../../../unit/coaching/floor.ts'
import { openWorkspace } from '../../../../support/workspace.ts'
import { becomeOwn } from '../a-workspace.ts'
import type { KillTarget, Step } from '../target.ts'

const STROKES = 24
/** The only session there is. */
const SESSION = 1
/** What the clock may be off by, under load. */
const TOLERANCE_MS = 3_000
const text = 'She passes on before she has read the whole question. Agreed: read it back first, then decide. '

const stroke =
  (place: number): Step =>
  async ({ client }) => {
    const page = await client.sessions.get({ id: SESSION })
    const agentId = page.people[0]!.id
    const typed = text.slice(0, place + 1)
    const draft = { commitmentId: null, agentId, behaviour: typed, seenBy: '', dueOn: null }
    const words = { agentId, text: typed }
    await client.sessions.write({ id: page.id, sharedNotes: typed, privateNotes: typed, draft, words })
  }

/** Notes are typed in a session that runs: a stroke is saved whole or not at all, and the clock runs on. */
export const notes: KillTarget = {
  name: 'notes',
  share: 11,
  async prepare(folder) {
    const workspace = await openWorkspace()
    workspace.clock.now = Date.now()
    const ada = { name: 'Ada Byron', team: 'North', transferShare: 0.35, contacts: 60, evaluations: 6 }
    await takeFloor(workspace, floorOf([ada], 5))
    const { agents } = await workspace.client.coaching.rank({})
    const { agent } = agents.find((one) => one.agent.name === ada.name)!
    const { id } = await workspace.client.sessions.prepare({
      agentIds: [agent.id],
      driverId: 'transfer_rate',
    })
    await workspace.client.sessions.start({ id })
    await becomeOwn(workspace, folder)
  },
  steps: () => [
    ...Array.from({ length: STROKES }, (_, place) => stroke(place)),
    ({ client }) => client.sessions.pause({ id: SESSION, isPaused: true }),
  ],
  look({ raw }) {
    return raw
      .prepare(
        `SELECT state, shared_notes, private_notes, draft, running_since IS NULL AS is_paused,
           (SELECT json_group_array(draft_words) FROM coaching_session_people) AS words FROM coaching_sessions`,
      )
      .all()
  },
  async alsoHolds({ client }, isAtEnd) {
    const page = await client.sessions.get({ id: SESSION })
    assert.equal(page.state, 'running')
    assert.equal(page.privateNotes, page.sharedNotes)
    assert.equal(page.people[0]!.draftWords, page.sharedNotes)
    assert.equal(page.draft?.behaviour ?? '', page.sharedNotes)
    if (isAtEnd) assert.equal(page.runningSince, null)
    else if (page.runningSince !== null) assert.ok(page.runningSince <= Date.now() + TOLERANCE_MS)
  },
}

import type { CommitmentDraft } from '../../../../shared/contract/session.ts'
import { client } from '../../../app/client.ts'

/** Whether there is anything in a draft that somebody wrote. */
export function isWorded({ behaviour, seenBy }: CommitmentDraft): boolean {
  return behaviour.trim() !== '' || seenBy.trim() !== ''
}

/** Makes a commitment of a draft, or words the one anew that it belongs to. */
export async function agree(
  sessionId: number,
  { commitmentId, agentId, behaviour, seenBy, dueOn }: CommitmentDraft,
): Promise<void> {
  const agreed = { behaviour, seenBy, dueOn }
  if (commitmentId === null) await client.sessions.addCommitment({ id: sessionId, agentId, ...agreed })
  else await client.sessions.changeCommitment({ commitmentId, ...agreed })
}

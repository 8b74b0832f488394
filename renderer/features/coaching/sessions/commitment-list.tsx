import { t } from '@lingui/core/macro'
import { Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { Commitment, CommitmentState } from '../../../../shared/contract/session.ts'
import { client, orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { commitmentWords } from '../../../ui/commitment-words.ts'
import { CommitmentLine } from './commitment-line.tsx'
import classes from './lists.module.css'

/** Commitments of several people, each to be closed where it stands. */
export function CommitmentList({ commitments, empty }: { commitments: Commitment[]; empty: string }) {
  const queryClient = useQueryClient()
  const close = async (one: Commitment, state: CommitmentState, note?: string) => {
    try {
      await client.sessions.closeCommitment({ commitmentId: one.id, state, note })
      await queryClient.invalidateQueries({ queryKey: orpc.sessions.key() })
      if (state !== one.state)
        notifyDone(
          `${one.agent.name}: ${commitmentWords[state].label.toLowerCase()}.`,
          () => void close(one, one.state, one.closedNote),
        )
    } catch (error) {
      notifyFailed(t`The commitment was not changed`, error)
    }
  }
  if (commitments.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    )
  return (
    <ul className={classes.list} aria-label={t`Commitments`}>
      {commitments.map((one) => (
        <CommitmentLine
          key={one.id}
          commitment={one}
          hasName
          hasSession
          onState={(state) => void close(one, state)}
        />
      ))}
    </ul>
  )
}

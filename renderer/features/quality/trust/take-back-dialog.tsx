import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { stateWords } from './words.ts'

/** Takes a scorer back by one step, with a reason. There is no way up but to earn it. */
export function TakeBackDialog({ question, onClose }: { question: TrustedQuestion; onClose(): void }) {
  const [reason, setReason] = useState('')
  const demoting = useMutation(orpc.trust.demote.mutationOptions())
  const { scorecardId, questionId, scorerId } = question
  const takeBack = () =>
    demoting.mutate(
      { scorecardId, questionId, scorerId, reason },
      {
        onSuccess: ({ state }) => {
          notifyDone(t`${question.title} stands at ${stateWords[state].toLowerCase()} now.`)
          onClose()
        },
        onError: (error) => notifyFailed(t`Nothing was taken back`, error),
      },
    )
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Take "${question.title}" back by one step?`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <Stack>
        <Text size="sm">
          <Trans>
            Only blind answers given from now on count towards the next step. Nobody can move it up by hand;
            your name and reason stay in the audit log.
          </Trans>
        </Text>
        <Textarea
          label={t`Why`}
          data-autofocus
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Leave it</Trans>
          </Button>
          <Button disabled={reason.trim().length < 3} loading={demoting.isPending} onClick={takeBack}>
            <Trans>Take back</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { orpc } from '../../app/client.ts'
import { notifyFailed } from '../../ui/notify.tsx'
import { Section } from '../../ui/page.tsx'

/** Takes the conversation to the scoring desk, on a form one can score on; nothing where there is none. */
export function AskForReview({ conversation }: { conversation: Conversation }) {
  const navigate = useNavigate()
  const scorecards = useQuery(orpc.scorecards.list.queryOptions())
  const asking = useMutation(orpc.reviews.request.mutationOptions())
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const usable = (scorecards.data ?? []).filter(({ publishedVersion }) => publishedVersion !== null)
  const scorecardId = chosen ?? (usable[0] ? String(usable[0].id) : null)
  if (scorecardId === null) return null
  const ask = () =>
    asking.mutate(
      { interactionId: conversation.interactionId, scorecardId: Number(scorecardId), reason },
      {
        onSuccess: ({ id }) => void navigate({ to: '/quality/reviews/$reviewId', params: { reviewId: id } }),
        onError: (error) => notifyFailed(t`It cannot be scored`, error),
      },
    )
  return (
    <Section title={t`Score it`} note={t`picked by hand: it stands in no average`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <Group gap="xs" align="flex-end">
          <Select
            aria-label={t`Scorecard`}
            size="xs"
            flex={1}
            allowDeselect={false}
            data={usable.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={scorecardId}
            onChange={setChosen}
          />
          <Button type="submit" variant="default" loading={asking.isPending}>
            <Trans>Score it</Trans>
          </Button>
        </Group>
        <TextInput
          mt={6}
          size="xs"
          aria-label={t`Why`}
          placeholder={t`Why (optional)`}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </form>
    </Section>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UpdateState } from '../../../../shared/contract/updates.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'

/** Where new versions are looked for, and whether by itself. */
export function FeedSection({ feed, isFeedGiven, isAutomatic }: UpdateState) {
  const queryClient = useQueryClient()
  const [address, setAddress] = useState(feed ?? '')
  const choose = useMutation(
    orpc.updates.choose.mutationOptions({
      onSuccess: (now) => queryClient.setQueryData(orpc.updates.state.queryKey(), now),
      onError: (error) => notifyFailed(t`This could not be set`, error),
    }),
  )
  const wanted = address.trim() === '' ? null : address.trim()
  return (
    <Section
      title={t`Where they are looked for`}
      note={isFeedGiven ? t`settled by the policy of this machine` : t`for this installation`}
    >
      <Stack gap="md" maw={620}>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            size="sm"
            flex={1}
            label={t`Address of the feed`}
            placeholder={t`https://updates.example.com/debrief/`}
            description={t`The folder that holds debrief-update.json. Empty: nobody is asked.`}
            value={address}
            disabled={isFeedGiven}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          {!isFeedGiven && (
            <Button
              size="sm"
              variant="default"
              disabled={wanted === feed}
              loading={choose.isPending}
              onClick={() => choose.mutate({ feed: wanted, isAutomatic })}
            >
              <Trans>Set</Trans>
            </Button>
          )}
        </Group>
        <Switch
          label={t`Look once a day, and fetch what is newer`}
          description={t`It is installed only when you say so.`}
          checked={isAutomatic}
          disabled={isFeedGiven || feed === null}
          onChange={(event) => choose.mutate({ feed, isAutomatic: event.currentTarget.checked })}
        />
        <Text size="sm" c="dimmed">
          <Trans>
            Only a file is asked for: nothing of a workspace, of this computer or of its version is sent. What
            comes is used only where it is signed with the key that came with this installer.
          </Trans>
        </Text>
      </Stack>
    </Section>
  )
}

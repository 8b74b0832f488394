import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** The heading of the two ways into conversations: the list, and the search in what was said. */
export function ConversationsHeading({
  mode,
  status,
  actions,
}: {
  mode: 'list' | 'search'
  status: string
  actions?: ReactNode
}) {
  const navigate = useNavigate()
  return (
    <Group justify="space-between" align="flex-end">
      <Stack gap={2}>
        <Title order={1}>
          <Trans>Conversations</Trans>
        </Title>
        <Text c="dimmed" role="status">
          {status}
        </Text>
      </Stack>
      <Group gap="sm">
        {actions}
        <SegmentedControl
          aria-label={t`List or search`}
          data={[
            { value: 'list', label: t`List` },
            { value: 'search', label: t`Search` },
          ]}
          value={mode}
          onChange={(value) =>
            void navigate({ to: value === 'search' ? '/conversations/search' : '/conversations' })
          }
        />
      </Group>
    </Group>
  )
}

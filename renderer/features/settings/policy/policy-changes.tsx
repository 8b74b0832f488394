import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group, List, Text, Title } from '@mantine/core'
import { IconLockOpen2, IconShieldCheck } from '@tabler/icons-react'
import type { PolicyChange } from '../../../../shared/domain/compare-policies.ts'

/** Differences, what is stopped apart from what is allowed. */
export function PolicyChanges({ changes }: { changes: readonly PolicyChange[] }) {
  if (changes.length === 0)
    return (
      <Text>
        <Trans>It says what the other one says.</Trans>
      </Text>
    )
  const groups = [
    { direction: 'stops', title: t`Less may happen`, icon: <IconShieldCheck size={18} aria-hidden /> },
    { direction: 'allows', title: t`More may happen`, icon: <IconLockOpen2 size={18} aria-hidden /> },
  ] as const
  return groups.map(({ direction, title, icon }) => {
    const own = changes.filter((change) => change.direction === direction)
    if (own.length === 0) return null
    return (
      <div key={direction}>
        <Group gap={6} mb={4}>
          {icon}
          <Title order={3} size="h4">
            {title}
          </Title>
        </Group>
        <List size="sm" spacing={3}>
          {own.map(({ sentence }) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </div>
    )
  })
}

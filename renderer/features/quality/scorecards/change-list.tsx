import { Trans } from '@lingui/react/macro'
import { Badge, Group, List, Text } from '@mantine/core'
import type { VersionChange } from '../../../../shared/domain/scorecard/compare-versions.ts'

/** What one version changed against another; what may move scores is marked. */
export function ChangeList({ changes }: { changes: readonly VersionChange[] }) {
  if (changes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing has changed.</Trans>
      </Text>
    )
  return (
    <List size="sm" spacing={4} listStyleType="none">
      {changes.map((change, index) => (
        <List.Item key={index}>
          <Group gap={6} wrap="nowrap" align="baseline">
            <span>
              <strong>{change.title}</strong>: {change.sentence}
            </span>
            {change.changesScores && (
              <Badge variant="light" color="amber" tt="none" fw={500} flex="none">
                <Trans>moves scores</Trans>
              </Badge>
            )}
          </Group>
        </List.Item>
      ))}
    </List>
  )
}

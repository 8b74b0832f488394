import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { groupQuarantine } from './group-quarantine.ts'
import { QuarantineGroupCard } from './quarantine-group.tsx'

/** Rows that could not be taken, by import and reason, to be read again or let go. */
export function QuarantineTab({ importId }: { importId: number | null }) {
  const query = useQuery(
    orpc.imports.quarantine.queryOptions({ input: { importId: importId ?? undefined, limit: 1000 } }),
  )
  return (
    <QueryView query={query} what={t`the quarantine`}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          <Section title={t`Quarantine`}>
            <Empty icon={IconCircleCheck} title={t`Every row is in`}>
              <Trans>
                Rows that cannot be read wait here with their reason. Nothing is dropped silently.
              </Trans>
            </Empty>
          </Section>
        ) : (
          <Stack gap="md">
            <Group justify="space-between">
              <Text c="dimmed" maw={760}>
                <Trans>
                  These rows are in no figure. Change how their column is read and read the file again, or
                  dismiss what is no data. Contents are shown redacted.
                </Trans>
              </Text>
              {importId !== null && (
                <Anchor
                  size="sm"
                  renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'quarantine' }} />}
                >
                  <Trans>Show those of all imports</Trans>
                </Anchor>
              )}
            </Group>
            {groupQuarantine(rows).map((group) => (
              <QuarantineGroupCard key={group.key} group={group} />
            ))}
            {total > rows.length && (
              <Text size="sm" c="dimmed">
                <Trans>
                  Showing the first {formatNumber(rows.length)} of{' '}
                  <Plural value={total} one="# row" other="# rows" />. The others follow as these are settled.
                </Trans>
              </Text>
            )}
          </Stack>
        )
      }
    </QueryView>
  )
}

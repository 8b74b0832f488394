import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, List, Stack, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation } from '@tanstack/react-query'
import type { PrivacyStatus } from '../../../../shared/contract/privacy.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'

const names = {
  audio: t`Sound`,
  transcripts: t`What was said and written`,
  scores: t`Scores`,
}

/** How long each is kept by the policy, and what is due. */
export function ClocksSection({ clocks, goesAt }: Pick<PrivacyStatus, 'clocks' | 'goesAt'>) {
  const expire = useMutation(
    orpc.privacy.expire.mutationOptions({
      onSuccess: () => notifyDone(t`It is being deleted; the proof follows below.`),
      onError: (error) => void notifyFailed(t`Nothing was deleted`, error),
    }),
  )
  const ask = () =>
    modals.openConfirmModal({
      title: t`Delete now what is older?`,
      closeButtonProps: { 'aria-label': t`Close` },
      labels: { confirm: t`Delete for good`, cancel: t`Keep it` },
      confirmProps: { color: 'red' },
      onConfirm: () => expire.mutate({}),
      children: (
        <Stack gap="sm">
          <List size="sm">
            {clocks
              .filter(({ due }) => due > 0)
              .map(({ what, due }) => (
                <List.Item key={what}>
                  {names[what]}: {formatNumber(due)}
                </List.Item>
              ))}
          </List>
          <Text size="sm">
            <Trans>
              It does not come back with a later export or a restore. What is under legal hold stays.
            </Trans>
          </Text>
        </Stack>
      ),
    })
  return (
    <Section title={t`How long it is kept`} note={t`by the policy`}>
      <Stack gap="sm">
        <Table verticalSpacing="xs" maw={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>What</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Kept</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Older than that</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {clocks.map(({ what, days, due }) => (
              <Table.Tr key={what}>
                <Table.Td>{names[what]}</Table.Td>
                <Table.Td>
                  {days === null ? t`without an end` : plural(days, { one: '# day', other: '# days' })}
                </Table.Td>
                <Table.Td ta="right">{days === null ? '' : formatNumber(due)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {goesAt !== null && (
          <Group gap="md">
            <Text size="sm">
              <Trans>
                What is older goes by itself from <Instant at={goesAt} /> on; what is under legal hold stays.
              </Trans>
            </Text>
            <Button variant="default" size="xs" loading={expire.isPending} onClick={ask}>
              <Trans>Delete it now…</Trans>
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  )
}

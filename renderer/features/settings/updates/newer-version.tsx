import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Paper, Progress, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UpdateState } from '../../../../shared/contract/updates.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Instant } from '../../../ui/time.tsx'
import styles from './updates.module.css'

type Found = NonNullable<UpdateState['found']>

/** A newer version: what is new, and the step that comes next. */
export function NewerVersion({
  found,
  phase,
  installsItself,
}: Pick<UpdateState, 'phase' | 'installsItself'> & { found: Found }) {
  const megabytes = formatNumber(found.bytes / 1_000_000, 1)
  return (
    <Paper withBorder p="md" w="100%">
      <Stack gap="sm">
        <Group gap="xs" align="baseline">
          <Title order={3}>
            <Trans>Debrief {found.version}</Trans>
          </Title>
          <Text size="sm" c="dimmed">
            <Trans>
              of <Instant at={found.madeAt} show="day" />, {megabytes} MB
            </Trans>
          </Text>
        </Group>
        {found.notes.trim() !== '' && <div className={styles.notes}>{found.notes}</div>}
        {installsItself ? (
          <NextStep found={found} phase={phase} />
        ) : (
          <Text size="sm">
            <Trans>
              A package of this system put Debrief here, and the system&rsquo;s package manager installs the
              new one.
            </Trans>
          </Text>
        )}
      </Stack>
    </Paper>
  )
}

function NextStep({ found, phase }: { found: Found; phase: UpdateState['phase'] }) {
  const queryClient = useQueryClient()
  const fetch = useMutation(
    orpc.updates.fetch.mutationOptions({
      onSuccess: (now) => queryClient.setQueryData(orpc.updates.state.queryKey(), now),
      onError: (error) => notifyFailed(t`Nothing was fetched`, error),
    }),
  )
  if (phase === 'ready') return <Install version={found.version} />
  if (phase !== 'fetching')
    return (
      <Button size="sm" w="fit-content" loading={fetch.isPending} onClick={() => fetch.mutate(undefined)}>
        <Trans>Fetch it</Trans>
      </Button>
    )
  const share = Math.floor((found.fetched / found.bytes) * 100)
  return (
    <Stack gap={4}>
      <Progress value={share} aria-label={t`Fetching Debrief ${found.version}`} />
      <Text size="sm" c="dimmed">
        <Trans>
          {formatNumber(found.fetched / 1_000_000, 1)} of {formatNumber(found.bytes / 1_000_000, 1)} MB
        </Trans>
      </Text>
    </Stack>
  )
}

function Install({ version }: { version: string }) {
  const [isAsking, { open, close }] = useDisclosure(false)
  const install = useMutation(
    orpc.updates.install.mutationOptions({
      onError: (error) => {
        close()
        notifyFailed(t`Nothing was installed`, error)
      },
    }),
  )
  return (
    <>
      <Group gap="md">
        <Button size="sm" onClick={open}>
          <Trans>Restart and install</Trans>
        </Button>
        <Text size="sm" c="dimmed">
          <Trans>Fetched and checked.</Trans>
        </Text>
      </Group>
      <Modal
        opened={isAsking}
        onClose={close}
        title={t`Install Debrief ${version}?`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <Text size="sm" mb="md">
          <Trans>
            Debrief closes, is brought up to date and starts again. What was saved stays as it is.
          </Trans>
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            <Trans>Not now</Trans>
          </Button>
          <Button loading={install.isPending || install.isSuccess} onClick={() => install.mutate(undefined)}>
            <Trans>Restart and install</Trans>
          </Button>
        </Group>
      </Modal>
    </>
  )
}

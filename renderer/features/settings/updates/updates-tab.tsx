import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { UpdateState } from '../../../../shared/contract/updates.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { FeedSection } from './feed-section.tsx'
import { NewerVersion } from './newer-version.tsx'

/** How often the state is asked for while something of it is under way. */
const MOVING_MS = 1000

/** Which version of Debrief this is, and how a newer one is had. */
export function UpdatesTab() {
  const state = useQuery(
    orpc.updates.state.queryOptions({
      refetchInterval: ({ state: { data } }) =>
        data?.phase === 'checking' || data?.phase === 'fetching' ? MOVING_MS : false,
    }),
  )
  return (
    <QueryView query={state} what={t`what is known of updates`}>
      {(view) => (
        <>
          <Section title={t`This version`} note={view.version}>
            {view.off === null ? <Looking {...view} /> : <Off off={view.off} />}
          </Section>
          {view.off !== 'not-installed' && view.off !== 'network' && view.off !== 'machine' && (
            <FeedSection key={view.feed} {...view} />
          )}
        </>
      )}
    </QueryView>
  )
}

function Off({ off }: { off: NonNullable<UpdateState['off']> }) {
  const reasons: Record<typeof off, string> = {
    'not-installed': t`This Debrief was not installed: it came with npm or git, and they bring it up to date.`,
    network: t`The policy of this machine turns the network off, so nothing is asked for.`,
    machine: t`The policy of this machine turns updates off. Whoever looks after it installs new versions.`,
    'no-key': t`This installer was made without a key for updates, so no feed could be believed. New versions are installed by hand.`,
    'no-feed': t`Nobody has said where new versions are to be looked for. They are installed by hand until then.`,
  }
  return (
    <Alert color="gray" icon={<IconCloudOff aria-hidden />} title={t`Debrief looks for no updates`}>
      {reasons[off]}
    </Alert>
  )
}

function Looking(view: UpdateState) {
  const queryClient = useQueryClient()
  const check = useMutation(
    orpc.updates.check.mutationOptions({
      onSuccess: (now) => queryClient.setQueryData(orpc.updates.state.queryKey(), now),
      onError: (error) => notifyFailed(t`Updates were not looked for`, error),
    }),
  )
  const isMoving = view.phase === 'checking' || view.phase === 'fetching'
  return (
    <Stack gap="md" align="flex-start">
      {view.problem !== null && (
        <Alert color="red" title={t`The update came to nothing`} w="100%">
          {view.problem}
        </Alert>
      )}
      {view.found && <NewerVersion {...view} found={view.found} />}
      <Group gap="md">
        <Button
          size="sm"
          variant={view.found ? 'default' : 'filled'}
          loading={check.isPending || view.phase === 'checking'}
          disabled={isMoving}
          onClick={() => check.mutate(undefined)}
        >
          <Trans>Check now</Trans>
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {view.phase === 'newest' && <Trans>This is the newest version.</Trans>}{' '}
          {view.checkedAt === null ? (
            <Trans>Never looked for yet.</Trans>
          ) : (
            <Trans>
              Last looked for <Instant at={view.checkedAt} />.
            </Trans>
          )}
        </Text>
      </Group>
    </Stack>
  )
}

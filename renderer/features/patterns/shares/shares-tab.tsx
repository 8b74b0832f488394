import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Text } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { KeptShares } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import { isUnderWay, JobProgress } from '../../../app/job-progress.tsx'
import { formatDayRange } from '../../../ui/dates.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import classes from '../patterns.module.css'
import { DriverShares, type OpenedLevels } from './driver-shares.tsx'

/** Which share of each driver's differences lies between whom: people, teams, queues, reviewers. */
export function SharesTab(rows: OpenedLevels) {
  const query = useQuery(orpc.patterns.shares.queryOptions())
  return (
    <QueryView query={query} what={t`the shares`} loading={<Loading label={t`the shares`} rows={10} />}>
      {(shares) => <Shares shares={shares} {...rows} />}
    </QueryView>
  )
}

function Shares({ shares: { kept, jobId }, ...rows }: OpenedLevels & { shares: KeptShares }) {
  const queryClient = useQueryClient()
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const job = jobs.data?.find(
    (one) => (jobId === null ? one.kind === 'shares' : one.id === jobId) && isUnderWay(one),
  )
  const compute = useMutation(
    orpc.patterns.computeShares.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.patterns.shares.key() }),
      onError: (error) => notifyFailed(t`The shares are not being computed`, error),
    }),
  )
  const button = (
    <Button loading={compute.isPending} onClick={() => compute.mutate({})}>
      {kept === null ? t`Compute the shares` : t`Compute again`}
    </Button>
  )
  const progress = job && (
    <Section title={t`Being computed`}>
      <JobProgress job={job} />
    </Section>
  )
  if (kept === null)
    return (
      progress ?? (
        <Empty icon={IconChartBar} title={t`Not computed yet`} actions={button}>
          <Trans>
            Which share of the differences in each driver lies between agents, teams, queues, reviewers or
            single contacts. It looks at a year of contacts and takes up to half a minute; you can go on
            working.
          </Trans>
        </Empty>
      )
    )
  return (
    <div className={classes.stack}>
      {progress}
      <Section
        title={t`Where the differences lie`}
        note={
          <Group gap="xs">
            <span>
              <Trans>
                {formatDayRange(kept.window)} · computed <Instant at={kept.computedAt} show="relative" />
              </Trans>
            </span>
            {kept.isStale && (
              <Badge variant="light" color="amber" tt="none">
                <Trans>data have changed since</Trans>
              </Badge>
            )}
          </Group>
        }
        actions={job ? undefined : button}
      >
        {kept.drivers.length === 0 ? (
          <Text c="dimmed">
            <Trans>No driver has enough agents and contacts to tell the shares apart.</Trans>
          </Text>
        ) : (
          <DriverShares drivers={kept.drivers} opened={rows.opened} onOpened={rows.onOpened} />
        )}
      </Section>
    </div>
  )
}

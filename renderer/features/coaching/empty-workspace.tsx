import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Progress, Stack, Text } from '@mantine/core'
import { IconFileImport, IconFlask, IconHourglass, IconUsersGroup } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Job } from '../../../shared/contract/jobs.ts'
import { orpc } from '../../app/client.ts'
import { secondsLeftSentence } from '../../app/job-words.ts'
import { openWorkspace } from '../../app/workspace-choice.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { notifyFailed } from '../../ui/notify.tsx'
import { Empty } from '../../ui/states.tsx'
import classes from './coaching-page.module.css'

function BeingFilled({ job }: { job: Job }) {
  return (
    <Empty
      icon={IconHourglass}
      title={job.kind === 'sample' ? t`Setting up the sample workspace` : t`Reading your files`}
    >
      <Stack gap={8} w={380} mt="xs">
        <Progress value={job.progress * 100} aria-label={job.label} />
        <Text size="sm" aria-live="polite">
          {[job.step, secondsLeftSentence(job.secondsLeft)].filter(Boolean).join(' · ')}
        </Text>
        <Text size="sm" c="dimmed">
          <Trans>The team appears here as soon as it is ranked.</Trans>
        </Text>
      </Stack>
    </Empty>
  )
}

/** Nobody to coach yet: import, or look at the sample. */
export function EmptyWorkspace({ hasRows }: { hasRows: boolean }) {
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const openSample = useMutation({
    mutationFn: () => openWorkspace('sample'),
    onError: (error) => notifyFailed(t`The sample could not be opened`, error),
  })
  const filling = jobs.data?.find(
    (job) => job.kind !== 'analyze' && (job.state === 'running' || job.state === 'queued'),
  )
  return (
    <main className={classes.alone}>
      <Stack justify="center" mih="84%">
        {filling ? (
          <BeingFilled job={filling} />
        ) : (
          <Empty
            icon={IconUsersGroup}
            title={hasRows ? t`No agents are known yet` : t`Nothing to coach yet`}
            actions={
              <>
                <ButtonLink
                  size="sm"
                  to="/data"
                  search={{ tab: 'import' }}
                  leftSection={<IconFileImport size={16} aria-hidden />}
                >
                  <Trans>Import your exports</Trans>
                </ButtonLink>
                {!hasRows && (
                  <Button
                    size="sm"
                    variant="default"
                    leftSection={<IconFlask size={16} aria-hidden />}
                    loading={openSample.isPending}
                    onClick={() => openSample.mutate()}
                  >
                    <Trans>Look around in the sample</Trans>
                  </Button>
                )}
              </>
            }
          >
            {hasRows
              ? t`Rows were imported, but none of them names an agent. Import a roster, or an export with an agent column.`
              : t`Drop exports of your contact centre, QA, survey and workforce tools anywhere on this window. Debrief reads them as they are and ranks what is worth coaching, for each agent, with the moments that show it. Nothing leaves this computer.`}
          </Empty>
        )}
      </Stack>
    </main>
  )
}

import { Button, Progress, Stack, Text } from '@mantine/core'
import { IconFileImport, IconFlask, IconUsersGroup } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { orpc } from '../../app/client.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { notifyFailed } from '../../ui/notify.tsx'
import { Empty } from '../../ui/states.tsx'
import classes from './coaching-page.module.css'

/** Nobody to coach yet: import, or look at the sample. */
export function EmptyWorkspace({ hasRows }: { hasRows: boolean }) {
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const loadSample = useMutation(
    orpc.workspace.loadSample.mutationOptions({
      onError: (error) => notifyFailed('The sample could not be loaded', error),
    }),
  )
  const running = jobs.data?.find((job) => job.kind !== 'analyze' && job.state === 'running')
  return (
    <main className={classes.alone}>
      <Stack justify="center" mih="80%">
        <Empty
          icon={IconUsersGroup}
          title={hasRows ? 'No agents are known yet' : 'Nothing to coach yet'}
          actions={
            <>
              <ButtonLink size="sm" to="/data" leftSection={<IconFileImport size={16} aria-hidden />}>
                Import your exports
              </ButtonLink>
              {!hasRows && (
                <Button
                  size="sm"
                  variant="default"
                  leftSection={<IconFlask size={16} aria-hidden />}
                  loading={loadSample.isPending || running !== undefined}
                  onClick={() => loadSample.mutate(undefined)}
                >
                  Look around in sample data
                </Button>
              )}
            </>
          }
        >
          {hasRows
            ? 'Rows were imported, but none of them names an agent. Import a roster, or an export with an agent column.'
            : 'Drop exports of your contact centre, QA, survey and workforce tools anywhere on this window. Debrief reads them as they are and ranks what is worth coaching, for each agent, with the moments that show it. Nothing leaves this computer.'}
        </Empty>
        {running && (
          <Stack gap={4} w={360} mx="auto">
            <Progress value={running.progress * 100} aria-label={running.label} />
            <Text size="sm" c="dimmed" ta="center" aria-live="polite">
              {running.step}
            </Text>
          </Stack>
        )}
      </Stack>
    </main>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Stack } from '@mantine/core'
import { IconAlertTriangle, IconDatabase, IconDeviceFloppy } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { BackupList } from '../../../../shared/contract/backups.ts'
import { orpc } from '../../../app/client.ts'
import { isUnderWay, JobProgress } from '../../../app/job-progress.tsx'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { BackupTable } from './backup-table.tsx'

/** The backups there are, the one that is being made, and why none could be made last. */
export function BackupsSection({ list, isReadOnly }: { list: BackupList; isReadOnly: boolean }) {
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const make = useMutation(
    orpc.backups.make.mutationOptions({ onError: (error) => notifyFailed(t`No backup was made`, error) }),
  )
  const making = (jobs.data ?? []).filter((job) => job.kind === 'backup' && isUnderWay(job))
  return (
    <Section
      title={t`Backups`}
      note={t`each was opened and checked before it took its place`}
      actions={
        !isReadOnly && (
          <Button
            size="sm"
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            loading={make.isPending}
            disabled={making.length > 0}
            onClick={() => make.mutate(undefined)}
          >
            <Trans>Back up now</Trans>
          </Button>
        )
      }
    >
      <Stack gap="md">
        <Hindrance list={list} />
        {making.map((job) => (
          <JobProgress key={job.id} job={job} />
        ))}
        {list.backups.length === 0 ? (
          <Empty icon={IconDatabase} title={t`There is no backup yet`}>
            {list.isOn
              ? t`Debrief makes one each day on which something changed, and one whenever you ask for it.`
              : t`Debrief makes none by itself here. Make one now, or let it make one each day.`}
          </Empty>
        ) : (
          <BackupTable backups={list.backups} isReadOnly={isReadOnly} />
        )}
      </Stack>
    </Section>
  )
}

function Hindrance({ list: { problem, lastFailure } }: { list: BackupList }) {
  if (problem !== null)
    return (
      <Alert
        color="amber"
        icon={<IconAlertTriangle aria-hidden />}
        title={t`No backup can be made just now`}
        role="status"
      >
        {problem}
      </Alert>
    )
  if (lastFailure === null) return null
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={t`The last backup was not made`}
      role="status"
    >
      <Instant at={lastFailure.at} />: {lastFailure.sentence}
    </Alert>
  )
}

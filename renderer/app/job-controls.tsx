import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Job } from '../../shared/contract/jobs.ts'
import { notifyFailed } from '../ui/notify.tsx'
import { orpc } from './client.ts'

/** Kinds of work that can stop and go on later without losing what is finished. */
const pausableKinds: readonly Job['kind'][] = ['listen', 'transcribe', 'model', 'judge']

/** Pause, resume and cancel of a job, as far as its kind and state allow. */
export function JobControls({ job, size = 'xs' }: { job: Job; size?: 'xs' | 'compact-xs' }) {
  const cancel = useMutation(
    orpc.jobs.cancel.mutationOptions({
      onError: (error) => notifyFailed(t`The job could not be cancelled`, error),
    }),
  )
  const pause = useMutation(
    orpc.jobs.pause.mutationOptions({
      onError: (error) => notifyFailed(t`The job could not be paused`, error),
    }),
  )
  const resume = useMutation(
    orpc.jobs.resume.mutationOptions({
      onError: (error) => notifyFailed(t`The job could not be resumed`, error),
    }),
  )
  const shared = size === 'xs' ? { variant: 'default', size } : { variant: 'subtle', color: 'gray', size }
  const canPause = pausableKinds.includes(job.kind)
  return (
    <Group gap={4} wrap="nowrap" flex="none">
      {canPause && job.state !== 'paused' && (
        <Button
          {...shared}
          loading={pause.isPending}
          aria-label={t`Pause ${job.label}`}
          onClick={() => pause.mutate({ jobId: job.id })}
        >
          <Trans>Pause</Trans>
        </Button>
      )}
      {job.state === 'paused' && (
        <Button
          {...shared}
          loading={resume.isPending}
          aria-label={t`Resume ${job.label}`}
          onClick={() => resume.mutate({ jobId: job.id })}
        >
          <Trans>Resume</Trans>
        </Button>
      )}
      <Button
        {...shared}
        loading={cancel.isPending}
        aria-label={t`Cancel ${job.label}`}
        onClick={() => cancel.mutate({ jobId: job.id })}
      >
        <Trans>Cancel</Trans>
      </Button>
    </Group>
  )
}

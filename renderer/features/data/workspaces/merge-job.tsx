import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, List, Progress, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Job } from '../../../../shared/contract/jobs.ts'
import type { MergeReport } from '../../../../shared/contract/merging.ts'
import { orpc } from '../../../app/client.ts'
import { secondsLeftSentence } from '../../../app/job-words.ts'
import { formatNumber } from '../../../ui/format.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'

/** A merge from its start to what came of it. */
export function MergeJob({ job, onClose }: { job: Job; onClose(): void }) {
  const isOver = job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'
  return isOver ? <Outcome job={job} onClose={onClose} /> : <Running job={job} />
}

function Running({ job }: { job: Job }) {
  const cancel = useMutation(
    orpc.jobs.cancel.mutationOptions({
      onError: (error) => notifyFailed(t`It could not be cancelled`, error),
    }),
  )
  const left = secondsLeftSentence(job.secondsLeft)
  return (
    <Section
      title={job.label}
      actions={
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ jobId: job.id })}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Progress value={job.progress * 100} size="lg" aria-label={t`Progress`} />
      <Group justify="space-between" mt={6}>
        <Text size="sm" c="dimmed">
          {job.state === 'queued' ? t`Waiting for the work before it` : job.step}
        </Text>
        <Text size="sm" c="dimmed" role="status">
          {formatNumber(job.progress * 100)}%{left && ` · ${left}`}
        </Text>
      </Group>
    </Section>
  )
}

function Outcome({ job, onClose }: { job: Job; onClose(): void }) {
  const reports = useQuery(orpc.merging.reports.queryOptions({ input: { jobId: job.id } }))
  const close = (
    <Button variant="default" onClick={onClose}>
      <Trans>Close</Trans>
    </Button>
  )
  if (job.state !== 'done')
    return (
      <Section title={job.state === 'cancelled' ? t`Cancelled` : t`It could not be done`} actions={close}>
        <Text size="sm" role="status">
          {job.error ?? t`What was in work is as it was before; nothing is half done.`}
        </Text>
      </Section>
    )
  const list = reports.data ?? []
  return (
    <Section title={list.length === 0 ? t`Taken back` : t`Merged`} actions={close}>
      {list.length === 0 ? (
        <Text size="sm" role="status">
          <Trans>Facts, people and decisions are as if it had never been merged.</Trans>
        </Text>
      ) : (
        <List size="sm" spacing={4} role="status">
          {list.map((report) => (
            <List.Item key={report.place}>{sentenceOf(report)}</List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}

function sentenceOf({ name, outcome, imports, rows, sessions, decisions, error }: MergeReport): string {
  if (outcome === 'failed') return error ?? t`It could not be read.`
  if (outcome === 'unchanged') return t`${name ?? ''}: nothing changed there since it was merged.`
  const parts = [
    t`${plural(imports.added, { one: '# import', other: '# imports' })} came in with ${plural(rows.added, { one: '# new row', other: '# new rows' })}`,
    ...(rows.updated > 0 ? [t`${plural(rows.updated, { one: '# row', other: '# rows' })} changed`] : []),
    ...(rows.unchanged > 0
      ? [t`${plural(rows.unchanged, { one: '# row', other: '# rows' })} known already`]
      : []),
    ...(imports.removed > 0
      ? [t`${plural(imports.removed, { one: '# import', other: '# imports' })} taken back`]
      : []),
    ...(sessions.added > 0
      ? [t`${plural(sessions.added, { one: '# session', other: '# sessions' })} came along`]
      : []),
    ...(sessions.changed > 0
      ? [t`${plural(sessions.changed, { one: '# session', other: '# sessions' })} changed`]
      : []),
    ...(sessions.removed > 0
      ? [t`${plural(sessions.removed, { one: '# session', other: '# sessions' })} taken back`]
      : []),
    ...(sessions.kept > 0
      ? [t`${plural(sessions.kept, { one: '# session', other: '# sessions' })} as before`]
      : []),
  ]
  const contested =
    decisions.contested > 0
      ? t` ${plural(decisions.contested, { one: '# decision', other: '# decisions' })} about people contradict yours and are proposed under People.`
      : ''
  return `${name}: ${parts.join(', ')}.${contested}`
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { isUnderWay, JobProgress } from '../../../app/job-progress.tsx'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { CopyForm } from './copy-form.tsx'
import { CopyOutcome } from './copy-outcome.tsx'

/** A workspace of their own for one supervisor: offered to whoever sees everybody and may export. */
export function CopySection() {
  const me = useQuery(orpc.profiles.me.queryOptions())
  if (!me.data?.seesEverybody || !me.data.may.includes('export')) return null
  return <Copying />
}

function Copying() {
  const teams = useQuery(orpc.people.teams.queryOptions())
  const profiles = useQuery(orpc.profiles.list.queryOptions())
  const status = useQuery(orpc.workspace.status.queryOptions())
  const protection = useQuery(orpc.protection.status.queryOptions())
  const [started, setStarted] = useState<{ jobId: number; recoveryKey: string | null } | null>(null)
  const starting = useMutation(orpc.supervisorCopies.start.mutationOptions({ onSuccess: setStarted }))
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const job = jobs.data?.find(({ id }) => id === started?.jobId)
  const isBusy = starting.isPending || (job !== undefined && isUnderWay(job))
  return (
    <Section title={t`A copy for a supervisor`}>
      <Stack gap="md">
        <Text size="sm" c="dimmed" maw={760}>
          <Trans>
            A workspace in a folder to hand over, with one supervisor’s own teams alone: their agents,
            contacts, scores, recordings and sessions on the days they were in the team. Of everybody else
            only sums of weeks are in it, under numbers and without names, so that agents are still compared
            with their peers. What is done in it comes back by merging it here.
          </Trans>
        </Text>
        <QueryView query={teams} what={t`the teams`}>
          {(allTeams) => (
            <QueryView query={profiles} what={t`the profiles`}>
              {(allProfiles) => (
                <CopyForm
                  teams={allTeams}
                  supervisors={allProfiles.filter(({ role }) => role === 'supervisor')}
                  takesPaths={status.data?.takesPaths ?? false}
                  isEncrypted={protection.data !== undefined && protection.data.state !== 'plain'}
                  isBusy={isBusy}
                  onChosen={(order) => {
                    setStarted(null)
                    starting.mutate(order)
                  }}
                />
              )}
            </QueryView>
          )}
        </QueryView>
        {starting.isError && (
          <Alert color="red" variant="light">
            {errorSentence(starting.error)}
          </Alert>
        )}
        {job &&
          (isUnderWay(job) ? (
            <JobProgress job={job} />
          ) : (
            <CopyOutcome job={job} recoveryKey={started?.recoveryKey ?? null} />
          ))}
      </Stack>
    </Section>
  )
}

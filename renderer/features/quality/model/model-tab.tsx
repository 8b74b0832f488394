import { t } from '@lingui/core/macro'
import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { isUnderWay, JobProgress } from '../../../app/job-progress.tsx'
import { Section } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { AskSection } from './ask-section.tsx'
import { QuestionsSection } from './questions-section.tsx'
import { RunsSection } from './runs-section.tsx'
import { SettingsSection } from './settings-section.tsx'
import { StandSection } from './stand-section.tsx'
import { TrailSection } from './trail-section.tsx'

/** A language model as a scorer: what it may do, what it is asked, what that takes, and what was sent. */
export function ModelTab() {
  const state = useQuery(orpc.judge.state.queryOptions())
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const running = (jobs.data ?? []).filter((job) => job.kind === 'judge' && isUnderWay(job))
  return (
    <QueryView
      query={state}
      what={t`the language model`}
      loading={<Loading label={t`the language model`} rows={8} />}
    >
      {(now) => (
        <Stack gap="md">
          <StandSection state={now} />
          {running.length > 0 && (
            <Section title={t`In work`}>
              <Stack gap="md">
                {running.map((job) => (
                  <JobProgress key={job.id} job={job} />
                ))}
              </Stack>
            </Section>
          )}
          <SettingsSection key={JSON.stringify(now.settings)} state={now} />
          <QuestionsSection />
          {now.isAllowed && <AskSection isBusy={running.length > 0} />}
          <RunsSection />
          <TrailSection />
        </Stack>
      )}
    </QueryView>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Stack } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { orpc } from '../../../app/client.ts'
import { isUnderWay, JobProgress } from '../../../app/job-progress.tsx'
import { LeftOut } from '../../../ui/left-out.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { LastTranscription } from './last-transcription.tsx'
import { ModelsSection } from './models-section.tsx'
import { PreferencesSection } from './preferences-section.tsx'
import { RecordingList } from './recording-list.tsx'
import { ServerSection } from './server-section.tsx'

/** Recordings that came in, their way to words, and how both are done. */
export function RecordingsTab() {
  const recordings = useQuery(orpc.recordings.list.queryOptions())
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const running = (jobs.data ?? []).filter(
    (job) => (job.kind === 'listen' || job.kind === 'transcribe') && isUnderWay(job),
  )
  const last = jobs.data?.find((job) => job.kind === 'transcribe' && !isUnderWay(job))
  return (
    <Stack gap="md">
      <LeftOut />
      {running.length > 0 && (
        <Section title={t`In work`}>
          <Stack gap="md">
            {running.map((job) => (
              <JobProgress key={job.id} job={job} />
            ))}
          </Stack>
        </Section>
      )}
      {last && running.length === 0 && <LastTranscription job={last} />}
      <QueryView query={recordings} what={t`the recordings`}>
        {(list) =>
          list.length === 0 ? (
            <Section title={t`Recordings`}>
              <Empty
                icon={IconMicrophone}
                title={t`No recordings yet`}
                actions={
                  <Button renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'import' }} />}>
                    <Trans>Import recordings</Trans>
                  </Button>
                }
              >
                <Trans>
                  Drop sound files or a folder of them on the window: WAV, MP3, FLAC and OGG, and whatever
                  ffmpeg reads where it is installed. A table beside them, or their names, tells whose calls
                  they are. They stay on this machine.
                </Trans>
              </Empty>
            </Section>
          ) : (
            <RecordingList recordings={list} isBusy={running.some(({ kind }) => kind === 'transcribe')} />
          )
        }
      </QueryView>
      <ModelsSection />
      <ServerSection />
      <PreferencesSection names={(recordings.data ?? []).map(({ name }) => name)} />
    </Stack>
  )
}

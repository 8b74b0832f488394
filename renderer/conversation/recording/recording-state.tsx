import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconEar, IconFileOff, IconMicrophone } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PlayableRecording } from '../../../shared/contract/recordings.ts'
import { hasRecogniser } from '../../../shared/domain/recogniser.ts'
import { orpc } from '../../app/client.ts'
import { isUnderWay, JobProgress } from '../../app/job-progress.tsx'
import { notifyDone, notifyFailed } from '../../ui/notify.tsx'

interface RecordingStateProps {
  recording: PlayableRecording
  hasTranscript: boolean
}

/** What stands between a recording and hearing or reading it: a file that is gone, a problem, work that is still to be done. */
export function RecordingState({ recording, hasTranscript }: RecordingStateProps) {
  return (
    <>
      {recording.isMissing && <MissingFile recording={recording} />}
      {recording.problem !== null && !recording.isMissing && (
        <Alert
          color="red"
          variant="light"
          title={t`This recording could not be read whole`}
          icon={<IconAlertTriangle size={18} aria-hidden />}
        >
          {recording.problem}
        </Alert>
      )}
      {recording.warnings.map((warning) => (
        <Text key={warning} size="sm" c="dimmed">
          {warning}
        </Text>
      ))}
      {!recording.isMissing && recording.problem === null && !recording.isHeard && <NotYetHeard />}
      {!recording.isMissing && !hasTranscript && recording.transcription === null && (
        <NotTranscribed recording={recording} />
      )}
    </>
  )
}

function MissingFile({ recording }: Pick<RecordingStateProps, 'recording'>) {
  const refresh = useRefresh()
  const bridge = globalThis.debriefBridge
  const relocate = useMutation(
    orpc.recordings.relocate.mutationOptions({
      onSuccess: async () => {
        await refresh()
        notifyDone(t`The recording is found again.`)
      },
      onError: (error) => notifyFailed(t`This is not the recording`, error),
    }),
  )
  const locate = async () => {
    const [path] = (await bridge?.chooseFiles()) ?? []
    if (path !== undefined) relocate.mutate({ recordingId: recording.id, path })
  }
  return (
    <Alert
      color="amber"
      variant="light"
      title={t`The recording is not where it was`}
      icon={<IconFileOff size={18} aria-hidden />}
    >
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm" maw={560}>
          <Trans>
            “{recording.name}” was moved, renamed or deleted, so it cannot be played. Everything else on this
            page works as before.{' '}
            {bridge
              ? t`Show where it is now, and it plays again.`
              : t`Bring the file in again under Data, and it plays again.`}
          </Trans>
        </Text>
        {bridge ? (
          <Button variant="default" loading={relocate.isPending} onClick={() => void locate()}>
            <Trans>Locate…</Trans>
          </Button>
        ) : (
          <Button
            variant="default"
            renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'import' }} />}
          >
            <Trans>Import files</Trans>
          </Button>
        )}
      </Group>
    </Alert>
  )
}

function NotYetHeard() {
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const job = jobs.data?.find((one) => one.kind === 'listen' && isUnderWay(one))
  return (
    <Alert
      color="gray"
      variant="light"
      title={t`The sound is not measured yet`}
      icon={<IconEar size={18} aria-hidden />}
    >
      <Stack gap="xs">
        <Text size="sm">
          <Trans>
            Waveform, silences and overlaps appear once Debrief has listened to the recording. It can be
            played before.
          </Trans>
        </Text>
        {job && <JobProgress job={job} />}
      </Stack>
    </Alert>
  )
}

function NotTranscribed({ recording }: Pick<RecordingStateProps, 'recording'>) {
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const preferences = useQuery(orpc.recordings.preferences.queryOptions())
  const transcribe = useMutation(
    orpc.recordings.transcribe.mutationOptions({
      onError: (error) => notifyFailed(t`The recording could not be transcribed`, error),
    }),
  )
  const job = jobs.data?.find((one) => one.kind === 'transcribe' && isUnderWay(one))
  const hasModel = preferences.data !== undefined && hasRecogniser(preferences.data)
  const isByServer = preferences.data?.server?.isOn === true
  return (
    <Alert
      color="petrol"
      variant="light"
      title={t`Not transcribed yet`}
      icon={<IconMicrophone size={18} aria-hidden />}
    >
      {job ? (
        <JobProgress job={job} />
      ) : (
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <Text size="sm" maw={560}>
            {preferences.data === undefined || hasModel
              ? t`With its words the conversation can be read, searched and scored. ${isByServer ? t`Its sound is sent to the transcription server.` : t`This happens on this machine, beside your work.`}`
              : t`To get its words Debrief needs a speech model, a file it runs on this machine.`}{' '}
            {preferences.data !== undefined && !hasModel && (
              <Anchor
                size="sm"
                underline="always"
                renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'recordings' }} />}
              >
                <Trans>Choose a speech model</Trans>
              </Anchor>
            )}
          </Text>
          <Button
            flex="none"
            leftSection={<IconMicrophone size={15} aria-hidden />}
            disabled={preferences.data === undefined || !hasModel}
            loading={transcribe.isPending}
            onClick={() => transcribe.mutate({ recordingIds: [recording.id] })}
          >
            <Trans>Transcribe</Trans>
          </Button>
        </Group>
      )}
    </Alert>
  )
}

function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient()
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: orpc.conversations.key() }),
      queryClient.invalidateQueries({ queryKey: orpc.recordings.key() }),
    ])
  }
}

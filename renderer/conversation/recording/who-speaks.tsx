import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { IconArrowsExchange2 } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { PlayableRecording } from '../../../shared/contract/recordings.ts'
import { orpc } from '../../app/client.ts'
import { formatClock } from '../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../ui/notify.tsx'
import { shortExcerpt } from '../words.ts'
import styles from './recording.module.css'
import { basisWords, sideWords } from './side-words.ts'

/** Which channel is the agent's and how that is known, with the way to change it; or, on one channel, who speaks. */
export function WhoSpeaks({
  conversation,
  recording,
  onSetRole,
}: {
  conversation: Conversation
  recording: PlayableRecording
  onSetRole(segment: Conversation['segments'][number], role: 'agent' | 'customer'): void
}) {
  return recording.channelCount >= 2 ? (
    <Channels recording={recording} interactionId={conversation.interactionId} />
  ) : (
    <OneChannel segments={conversation.segments} onSetRole={onSetRole} />
  )
}

function Channels({ recording, interactionId }: { recording: PlayableRecording; interactionId: number }) {
  const queryClient = useQueryClient()
  const set = useMutation(
    orpc.recordings.setAgentChannel.mutationOptions({
      onSuccess: async (changed) => {
        await queryClient.invalidateQueries({
          queryKey: orpc.conversations.get.queryKey({ input: { interactionId } }),
        })
        notifyDone(t`${sideWords(changed.agentChannel)} is the agent now. The conversation was read anew.`)
      },
      onError: (error) => notifyFailed(t`The channels could not be changed`, error),
    }),
  )
  const { agentChannel } = recording
  const choose = (channel: number) => set.mutate({ recordingId: recording.id, channel })
  return (
    <Group className={styles.line} gap="xs">
      <Text size="sm" c="dimmed">
        {agentChannel === null
          ? t`It is not known which channel is the agent’s.`
          : t`${sideWords(agentChannel)} is the agent (${basisWords(recording.agentChannelBasis)}).`}
      </Text>
      {agentChannel === null ? (
        [0, 1].map((channel) => (
          <Button
            key={channel}
            size="compact-sm"
            variant="default"
            loading={set.isPending}
            onClick={() => choose(channel)}
          >
            <Trans>{sideWords(channel)} is the agent</Trans>
          </Button>
        ))
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowsExchange2 size={14} aria-hidden />}
          loading={set.isPending}
          onClick={() => choose(agentChannel === 0 ? 1 : 0)}
        >
          <Trans>Swap</Trans>
        </Button>
      )}
    </Group>
  )
}

/** Each speaker that is not known yet, with words of theirs to recognise them by. */
function OneChannel({
  segments,
  onSetRole,
}: {
  segments: Conversation['segments']
  onSetRole(segment: Conversation['segments'][number], role: 'agent' | 'customer'): void
}) {
  const unknown = segments.filter(({ role }) => role === 'unknown')
  if (unknown.length === 0) return null
  const speakers = [...new Map(unknown.toReversed().map((segment) => [segment.speaker, segment])).values()]
  return (
    <section className={styles.panel} aria-label={t`Who is speaking?`}>
      <Text fw={650} size="sm">
        <Trans>Who is speaking? This recording has one channel.</Trans>
      </Text>
      <Text size="sm" c="dimmed">
        {speakers.length === 1
          ? t`Press Agent or Customer beside each turn below: ${plural(unknown.length, { one: '# turn is', other: '# turns are' })} nobody’s yet. Scores and the measures of each side come with it.`
          : t`Say whose words these are, or set single turns in the transcript. Scores and the measures of each side come with it.`}
      </Text>
      {speakers.length > 1 &&
        speakers.toReversed().map((segment) => (
          <Group key={segment.speaker} gap="xs" mt={6} wrap="nowrap">
            <Text size="sm" flex={1} truncate>
              <strong>{segment.speaker}</strong>
              {segment.startMs === null ? '' : t` at ${formatClock(segment.startMs)}`}: “
              {shortExcerpt(segment.text)}”
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => onSetRole(segment, 'agent')}>
              <Trans>Agent</Trans>
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onSetRole(segment, 'customer')}>
              <Trans>Customer</Trans>
            </Button>
          </Group>
        ))}
    </section>
  )
}

import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Checkbox, SegmentedControl, Table, Text, Tooltip } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Recording } from '../../../../shared/contract/recordings.ts'
import { orpc } from '../../../app/client.ts'
import { formatBytes, formatClock, formatNumber } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import {
  fits,
  type RecordingFilter,
  recordingFilters,
  recordingKindWords,
  standingOf,
} from './recording-words.ts'
import styles from './recordings.module.css'

/** So many rows are drawn at once; more come on request. */
const pageRows = 200

/** Every recording with how far it has come; some or all without words are sent to be transcribed. */
export function RecordingList({ recordings, isBusy }: { recordings: Recording[]; isBusy: boolean }) {
  const [filter, setFilter] = useState<RecordingFilter>('all')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [rows, setRows] = useState(pageRows)
  const transcribe = useMutation(
    orpc.recordings.transcribe.mutationOptions({
      onSuccess: () => setChosen(new Set()),
      onError: (error) => notifyFailed(t`The transcription could not be started`, error),
    }),
  )
  const shown = recordings.filter((recording) => fits(recording, filter))
  const shownIds = shown.map(({ id }) => id)
  const chosenIds = shownIds.filter((id) => chosen.has(id))
  const wordless = recordings.filter((one) => fits(one, 'without-words') && !one.isMissing).length
  const toggle = (id: number) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const start = () => transcribe.mutate(chosenIds.length > 0 ? { recordingIds: chosenIds } : {})
  return (
    <Section
      title={t`Recordings`}
      note={t`${plural(recordings.length, { one: '# recording', other: '# recordings' })}, ${formatNumber(wordless)} without words`}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t`Recordings shown`}
            value={filter}
            data={Object.entries(recordingFilters).map(([value, label]) => ({ value, label }))}
            onChange={(value) => setFilter(value as RecordingFilter)}
          />
          <Button
            leftSection={<IconMicrophone size={15} aria-hidden />}
            loading={transcribe.isPending}
            disabled={isBusy || (chosenIds.length === 0 && wordless === 0)}
            onClick={start}
          >
            {chosenIds.length > 0
              ? t`Transcribe ${formatNumber(chosenIds.length)}`
              : t`Transcribe all without words`}
          </Button>
        </>
      }
    >
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          {filter === 'problem' ? t`No recording has a problem.` : t`Every recording has its words.`}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={760}>
          <Table aria-label={t`Recordings`} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={36}>
                  <Checkbox
                    size="xs"
                    aria-label={t`Choose all shown`}
                    checked={chosenIds.length === shownIds.length}
                    indeterminate={chosenIds.length > 0 && chosenIds.length < shownIds.length}
                    onChange={(event) => setChosen(new Set(event.currentTarget.checked ? shownIds : []))}
                  />
                </Table.Th>
                <Table.Th>
                  <Trans>Recording</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Agent</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>When</Trans>
                </Table.Th>
                <Table.Th ta="right">
                  <Trans>Length</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>State</Trans>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.slice(0, rows).map((recording) => (
                <Row
                  key={recording.id}
                  recording={recording}
                  isChosen={chosen.has(recording.id)}
                  onToggle={() => toggle(recording.id)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {shown.length > rows && (
        <Button variant="default" mt="sm" onClick={() => setRows(rows + pageRows)}>
          <Trans>Show {formatNumber(Math.min(pageRows, shown.length - rows))} more</Trans>
        </Button>
      )}
    </Section>
  )
}

function Row({
  recording,
  isChosen,
  onToggle,
}: {
  recording: Recording
  isChosen: boolean
  onToggle(): void
}) {
  const standing = standingOf(recording)
  const title = recording.title ?? recording.name
  const details = [
    recording.title === null ? recordingKindWords(recording.kind) : recording.name,
    recording.format,
    recording.channelCount === 1 ? t`one channel` : t`${recording.channelCount} channels`,
    formatBytes(recording.bytes),
    recording.storage === 'copied' ? t`copied` : t`where it was found`,
  ]
  const by = recording.transcription
  return (
    <Table.Tr data-selected={isChosen || undefined}>
      <Table.Td>
        <Checkbox size="xs" aria-label={t`Choose ${recording.name}`} checked={isChosen} onChange={onToggle} />
      </Table.Td>
      <Table.Td className={styles.name}>
        {recording.interactionId === null ? (
          <Text size="sm" fw={550} truncate title={title}>
            {title}
          </Text>
        ) : (
          <TextLink
            size="sm"
            fw={550}
            to="/conversations/$interactionId"
            params={{ interactionId: recording.interactionId }}
          >
            {title}
          </TextLink>
        )}
        <Text size="xs" c="dimmed">
          {details.join(' · ')}
        </Text>
        {recording.problem !== null && (
          <Text size="xs" style={{ color: 'var(--state-must)' }}>
            {recording.problem}
          </Text>
        )}
        {recording.warnings.map((warning) => (
          <Text key={warning} size="xs" style={{ color: 'var(--state-act)' }}>
            {warning}
          </Text>
        ))}
      </Table.Td>
      <Table.Td>
        {recording.agent ? (
          <TextLink size="sm" to="/coaching" search={{ agent: recording.agent.id }}>
            {recording.agent.name}
          </TextLink>
        ) : (
          <Text size="sm" c="dimmed">
            <Trans>not known</Trans>
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Instant at={recording.at} />
      </Table.Td>
      <Table.Td ta="right">
        {recording.durationMs === null ? '–' : formatClock(recording.durationMs)}
      </Table.Td>
      <Table.Td>
        <Tooltip
          disabled={by === null}
          label={by && t`By ${by.model}${by.languageCode === null ? '' : t`, language ${by.languageCode}`}`}
        >
          <Badge variant="light" color={standing.tone} tt="none" fw={600}>
            {standing.label}
          </Badge>
        </Tooltip>
        {by && (
          <Text size="xs" c="dimmed">
            {by.model}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

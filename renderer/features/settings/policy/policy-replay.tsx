import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { List, Text, Title } from '@mantine/core'
import type { PolicyReplay as Replayed } from '../../../../shared/contract/policy.ts'
import { whyInWords } from '../../../../shared/domain/replay-words.ts'
import { listed } from '../../../../shared/speech/lists.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Instant } from '../../../ui/time.tsx'
import { actOnPage } from '../words/act-words.ts'
import { pageReplayWords } from '../words/replay-words.ts'

/** What a policy would have meant for what was done last month. */
export function PolicyReplay({ replay }: { replay: Replayed }) {
  const words = pageReplayWords()
  const groups = [
    { title: t`would have been stopped`, acts: replay.stopped },
    { title: t`would have needed a second person`, acts: replay.needsApproval },
    { title: t`was refused and would have been let through`, acts: replay.letThrough },
  ]
  const others = [
    ...replay.requests.map(
      ({ host, times }) =>
        t`${plural(times, { one: '# request', other: '# requests' })} would not have gone to ${host}.`,
    ),
    ...(replay.filledIn > 0
      ? [
          t`${plural(replay.filledIn, { one: '# answer', other: '# answers' })} would have been left to people.`,
        ]
      : []),
    ...(replay.scoresUnseen > 0
      ? [
          t`${plural(replay.scoresUnseen, { one: '# automated score', other: '# automated scores' })} would be kept, and neither shown nor counted.`,
        ]
      : []),
    ...(replay.unranked ? unrankedInWords(replay.unranked) : []),
    ...replay.deleted.map(({ what, count, days }) => deletedInWords[what](count, days)),
  ]
  const isNothing = others.length === 0 && groups.every(({ acts }) => acts.length === 0)
  return (
    <div>
      <Title order={3} size="h4" mb={4}>
        {replay.isWholeMonth ? t`Last month under this policy` : t`Since the log began`}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        <Trans>
          <Plural value={replay.entries} one="# entry" other="# entries" /> of the log, from{' '}
          <Instant at={replay.from} /> on.
        </Trans>
      </Text>
      {isNothing && (
        <Text size="sm">
          <Trans>Nothing would have been otherwise.</Trans>
        </Text>
      )}
      {groups.map(({ title, acts }) =>
        acts.length === 0 ? null : (
          <div key={title}>
            <Text size="sm" fw={600} mt="xs">
              <Plural value={acts.reduce((sum, { times }) => sum + times, 0)} one="# act" other="# acts" />{' '}
              {title}:
            </Text>
            <List size="sm">
              {acts.slice(0, 8).map(({ act, role, who, times, why }) => (
                <List.Item key={`${act} ${role} ${JSON.stringify(why)}`}>
                  <Trans context="who did what">
                    {listed(who.slice(0, 3))} {actOnPage(act)}
                  </Trans>
                  {times > 1 && t`, ${formatNumber(times)} times`}{' '}
                  <Text span c="dimmed">
                    ({whyInWords(why, words)})
                  </Text>
                </List.Item>
              ))}
            </List>
            {acts.length > 8 && (
              <Text size="sm">
                <Trans>
                  And <Plural value={acts.length - 8} one="# more kind" other="# more kinds" />.
                </Trans>
              </Text>
            )}
          </div>
        ),
      )}
      {others.length > 0 && (
        <List size="sm" mt="xs">
          {others.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
      {replay.notes.map((note) => (
        <Text key={note} size="xs" c="dimmed" mt={4}>
          {words.notes[note]}
        </Text>
      ))}
    </div>
  )
}

const deletedInWords: Record<Replayed['deleted'][number]['what'], (count: number, days: number) => string> = {
  audio: (count, days) =>
    t`${plural(count, { one: '# recording', other: '# recordings' })} older than ${plural(days, { one: '# day', other: '# days' })} would be deleted.`,
  transcripts: (count, days) =>
    t`${plural(count, { one: '# transcript', other: '# transcripts' })} older than ${plural(days, { one: '# day', other: '# days' })} would be deleted.`,
  scores: (count, days) =>
    t`${plural(count, { one: '# score', other: '# scores' })} older than ${plural(days, { one: '# day', other: '# days' })} would be deleted.`,
}

function unrankedInWords({ sessions }: NonNullable<Replayed['unranked']>): string[] {
  return [
    t`People would have stood in no order.`,
    ...(sessions > 0
      ? [
          t`${plural(sessions, { one: '# session', other: '# sessions' })} would have been prepared without a proposal.`,
        ]
      : []),
  ]
}

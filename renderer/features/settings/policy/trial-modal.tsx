import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Alert, Button, Group, List, Modal, Stack, Text, Title } from '@mantine/core'
import { IconLockOpen2, IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { PolicyReplay } from '../../../../shared/contract/policy.ts'
import type { PolicyChange } from '../../../../shared/domain/compare-policies.ts'
import type { PolicyDocument } from '../../../../shared/domain/policy.ts'
import { whyInWords } from '../../../../shared/domain/replay-words.ts'
import { orpc } from '../../../app/client.ts'
import { AskForApproval } from '../../../ui/ask-for-approval.tsx'
import { approvalNeeded, errorSentence } from '../../../ui/error-sentence.ts'
import { formatNumber } from '../../../ui/format.ts'
import { notifyDone } from '../../../ui/notify.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { actOnPage } from '../words/act-words.ts'
import { listedOnPage } from '../words/policy-words.ts'
import { pageReplayWords } from '../words/replay-words.ts'

/** What a policy would change, and would have meant last month, before it is put in force. */
export function TrialModal({
  document,
  changes,
  basedOn,
  onClose,
}: {
  document: PolicyDocument
  changes: readonly PolicyChange[]
  basedOn: number
  onClose: () => void
}) {
  const trial = useQuery(orpc.policy.try.queryOptions({ input: { document }, staleTime: 0 }))
  const adopt = useMutation(
    orpc.policy.adopt.mutationOptions({
      onSuccess: ({ version, document: { name } }) => {
        notifyDone(t`${name} is in force, as version ${version}.`)
        onClose()
      },
    }),
  )
  const needed = approvalNeeded(adopt.error)
  return (
    <Modal
      opened
      size="lg"
      title={t`What changes`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      onClose={onClose}
    >
      <QueryView query={trial} what={t`what changes`}>
        {({ replay, whyNot }) => (
          <Stack gap="md">
            <Changes changes={changes} />
            <Replay replay={replay} />
            {whyNot !== null && (
              <Alert color="red" role="alert">
                {whyNot}
              </Alert>
            )}
            {/* here and not in a notice: nobody reaches one by keys from within a dialog */}
            {adopt.error !== null && (
              <Alert color="red" role="alert" title={t`The policy was not adopted`}>
                {errorSentence(adopt.error)}
                {needed !== null && <AskForApproval capability={needed} />}
              </Alert>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                <Trans>Not yet</Trans>
              </Button>
              <Button
                disabled={whyNot !== null}
                loading={adopt.isPending}
                onClick={() => adopt.mutate({ document, basedOn })}
              >
                <Trans>Adopt this policy</Trans>
              </Button>
            </Group>
          </Stack>
        )}
      </QueryView>
    </Modal>
  )
}

/** Differences, what is stopped apart from what is allowed. */
export function Changes({ changes }: { changes: readonly PolicyChange[] }) {
  if (changes.length === 0)
    return (
      <Text>
        <Trans>It says what the other one says.</Trans>
      </Text>
    )
  const groups = [
    { direction: 'stops', title: t`Less may happen`, icon: <IconShieldCheck size={18} aria-hidden /> },
    { direction: 'allows', title: t`More may happen`, icon: <IconLockOpen2 size={18} aria-hidden /> },
  ] as const
  return groups.map(({ direction, title, icon }) => {
    const own = changes.filter((change) => change.direction === direction)
    if (own.length === 0) return null
    return (
      <div key={direction}>
        <Group gap={6} mb={4}>
          {icon}
          <Title order={3} size="h4">
            {title}
          </Title>
        </Group>
        <List size="sm" spacing={3}>
          {own.map(({ sentence }) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </div>
    )
  })
}

function Replay({ replay }: { replay: PolicyReplay }) {
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
                    {listedOnPage(who.slice(0, 3))} {actOnPage(act)}
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

const deletedInWords: Record<
  PolicyReplay['deleted'][number]['what'],
  (count: number, days: number) => string
> = {
  audio: (count, days) =>
    t`${plural(count, { one: '# recording', other: '# recordings' })} older than ${plural(days, { one: '# day', other: '# days' })} would be deleted.`,
  transcripts: (count, days) =>
    t`${plural(count, { one: '# transcript', other: '# transcripts' })} older than ${plural(days, { one: '# day', other: '# days' })} would be deleted.`,
  scores: (count, days) =>
    t`${plural(count, { one: '# score', other: '# scores' })} older than ${plural(days, { one: '# day', other: '# days' })} would be deleted.`,
}

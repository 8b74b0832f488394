import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Radio, Select, Stack, TagsInput, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CalibrationCandidate } from '../../../../shared/contract/calibration.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { PickConversations } from './pick-conversations.tsx'
import { modeWords } from './words.ts'

/** Makes a session: form, reviewers, conversations, and how it will be settled. */
export function NewSession({ onClose }: { onClose(): void }) {
  const navigate = useNavigate()
  const scorecards = useQuery(orpc.scorecards.list.queryOptions())
  const me = useQuery(orpc.reviews.me.queryOptions())
  const creating = useMutation(orpc.calibration.create.mutationOptions())
  const [name, setName] = useState('')
  const [chosenForm, setChosenForm] = useState<number | null>(null)
  const [mode, setMode] = useState<'expert' | 'consensus'>('consensus')
  const [named, setNamed] = useState<string[] | null>(null)
  const [expert, setExpert] = useState<string | null>(null)
  const [picked, setPicked] = useState<CalibrationCandidate[]>([])
  const usable = (scorecards.data ?? []).filter(({ publishedVersion }) => publishedVersion !== null)
  const scorecardId = chosenForm ?? usable[0]?.id ?? null
  const reviewers = named ?? (me.data?.name ? [me.data.name] : [])
  const isReady =
    name.trim() !== '' &&
    scorecardId !== null &&
    reviewers.length > 1 &&
    picked.length > 0 &&
    (mode === 'consensus' || (expert !== null && reviewers.includes(expert)))
  const create = () => {
    if (!isReady) return
    creating.mutate(
      {
        name: name.trim(),
        scorecardId,
        mode,
        expert: mode === 'expert' ? expert : null,
        reviewers,
        interactionIds: picked.map(({ interactionId }) => interactionId),
      },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/quality/calibration/$sessionId', params: { sessionId: id } }),
        onError: (error) => notifyFailed(t`The calibration was not made`, error),
      },
    )
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`A new calibration`}
      size="xl"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput
              label={t`Name`}
              data-autofocus
              required
              maxLength={120}
              placeholder={t`March round`}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Select
              label={t`Scored on`}
              data={usable.map(({ id, name: form, publishedVersion }) => ({
                value: String(id),
                label: t`${form}, version ${publishedVersion ?? ''}`,
              }))}
              value={scorecardId === null ? null : String(scorecardId)}
              onChange={(value) => setChosenForm(value === null ? null : Number(value))}
              placeholder={usable.length === 0 ? t`No scorecard is published yet` : t`A scorecard`}
              allowDeselect={false}
            />
          </Group>
          <TagsInput
            label={t`Reviewers`}
            description={t`Two or more. A name that is not known here gets its part as a file.`}
            data={me.data?.known ?? []}
            value={reviewers}
            onChange={setNamed}
            maxTags={30}
            splitChars={[',', ';']}
          />
          <Group align="flex-end" gap="xl">
            <Radio.Group label={t`What is right`} value={mode} onChange={(value) => setMode(value)}>
              <Group mt={6}>
                <Radio value="consensus" label={modeWords.consensus} />
                <Radio value="expert" label={modeWords.expert} />
              </Group>
            </Radio.Group>
            {mode === 'expert' && (
              <Select
                aria-label={t`The expert`}
                placeholder={t`The expert`}
                data={reviewers}
                value={expert}
                onChange={setExpert}
                allowDeselect={false}
              />
            )}
          </Group>
          <PickConversations scorecardId={scorecardId} picked={picked} onPick={setPicked} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={creating.isPending} disabled={!isReady}>
              <Trans>Make it</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

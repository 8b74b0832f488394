import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import {
  Alert,
  Button,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SamplingPlan, SamplingSettings } from '../../../../shared/contract/reviews.ts'
import { orpc } from '../../../app/client.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { notifyFailed } from '../../../ui/notify.tsx'

const usual: SamplingSettings = {
  periodDays: 7,
  perAgent: 2,
  expected: 20,
  teamIds: [],
  queues: [],
  channels: [],
  leastSeconds: 0,
  reviewers: [],
}

/** Makes a plan or changes one, and says what a draw would look at now. */
export function PlanEditor({ plan, onClose }: { plan: SamplingPlan | null; onClose(): void }) {
  const scorecards = useQuery(orpc.scorecards.list.queryOptions())
  const teams = useQuery(orpc.people.teams.queryOptions())
  const choices = useQuery(orpc.conversations.list.queryOptions({ input: { limit: 1 } }))
  const me = useQuery(orpc.reviews.me.queryOptions())
  const saving = useMutation(orpc.reviews.savePlan.mutationOptions())
  const [name, setName] = useState(plan?.name ?? t`Weekly random`)
  const [kind, setKind] = useState<SamplingPlan['kind']>(plan?.kind ?? 'random')
  const [chosenForm, setChosenForm] = useState<number | null>(plan?.scorecardId ?? null)
  const [settings, setSettings] = useState(plan?.settings ?? usual)
  const change = (part: Partial<SamplingSettings>) => setSettings((before) => ({ ...before, ...part }))
  const usable = (scorecards.data ?? []).filter(({ publishedVersion }) => publishedVersion !== null)
  const scorecardId = chosenForm ?? usable[0]?.id ?? null
  const save = () => {
    if (scorecardId === null) return
    saving.mutate(
      { id: plan?.id ?? null, name, kind, scorecardId, settings },
      { onSuccess: onClose, onError: (error) => notifyFailed(t`The plan was not saved`, error) },
    )
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={plan === null ? t`A new plan` : t`Change the plan`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size="lg"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            data-autofocus
            value={name}
            required
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div>
            <SegmentedControl
              fullWidth
              aria-label={t`How to pick`}
              value={kind}
              onChange={(value) => setKind(value)}
              data={[
                { value: 'random', label: t`At random, of each agent` },
                { value: 'risk', label: t`Where there are signs of trouble` },
              ]}
            />
            <Text size="xs" c="dimmed" mt={4}>
              {kind === 'random'
                ? t`Everybody’s conversations have the same chance among their own. Its reviews can stand for all.`
                : t`Low ratings, bad endings, long silences and things not said raise the chance. Its reviews stand in no plain average; with a random plan beside it they are weighted back.`}
            </Text>
          </div>
          <Select
            label={t`Scored on`}
            data={usable.map(({ id, name: form }) => ({ value: String(id), label: form }))}
            value={scorecardId === null ? null : String(scorecardId)}
            onChange={(value) => setChosenForm(value === null ? null : Number(value))}
            placeholder={usable.length === 0 ? t`No scorecard is published yet` : t`A scorecard`}
            allowDeselect={false}
          />
          <Group grow>
            {kind === 'random' ? (
              <NumberInput
                label={t`Of each agent`}
                min={1}
                max={100}
                value={settings.perAgent}
                onChange={(value) => change({ perAgent: Number(value) || 1 })}
              />
            ) : (
              <NumberInput
                label={t`In all`}
                min={1}
                max={1000}
                value={settings.expected}
                onChange={(value) => change({ expected: Number(value) || 1 })}
              />
            )}
            <NumberInput
              label={t`Days a draw looks at`}
              min={1}
              max={92}
              value={settings.periodDays}
              onChange={(value) => change({ periodDays: Number(value) || 7 })}
            />
            <NumberInput
              label={t`Shortest, in seconds`}
              min={0}
              value={settings.leastSeconds}
              onChange={(value) => change({ leastSeconds: Number(value) || 0 })}
            />
          </Group>
          <Group grow align="flex-start">
            <MultiSelect
              label={t`Teams`}
              placeholder={settings.teamIds.length === 0 ? t`all` : ''}
              data={(teams.data ?? []).map(({ id, name: team }) => ({ value: String(id), label: team }))}
              value={settings.teamIds.map(String)}
              onChange={(ids) => change({ teamIds: ids.map(Number) })}
            />
            <MultiSelect
              label={t`Queues`}
              placeholder={settings.queues.length === 0 ? t`all` : ''}
              data={choices.data?.queues ?? []}
              value={settings.queues}
              onChange={(queues) => change({ queues })}
            />
            <MultiSelect
              label={t`Channels`}
              placeholder={settings.channels.length === 0 ? t`all` : ''}
              data={choices.data?.channels ?? []}
              value={settings.channels}
              onChange={(channels) => change({ channels })}
            />
          </Group>
          <TagsInput
            label={t`Reviewers`}
            description={t`Picks go to whoever has least to do. Leave it empty to let everybody take what they like.`}
            data={me.data?.known ?? []}
            value={settings.reviewers}
            onChange={(reviewers) => change({ reviewers })}
          />
          {scorecardId !== null && <Preview kind={kind} scorecardId={scorecardId} settings={settings} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              type="submit"
              loading={saving.isPending}
              disabled={scorecardId === null || name.trim() === ''}
            >
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function Preview(input: { kind: SamplingPlan['kind']; scorecardId: number; settings: SamplingSettings }) {
  const preview = useQuery({ ...orpc.reviews.previewDraw.queryOptions({ input }), retry: false })
  if (preview.isError) return <Alert color="amber">{errorSentence(preview.error)}</Alert>
  if (!preview.data) return null
  const { eligible, agents, agentsShort, picks, from, to } = preview.data
  return (
    <Text size="sm" role="status">
      <Trans>
        {formatDayRange({ from, to })}:{' '}
        <Plural value={eligible} one="# conversation" other="# conversations" /> of{' '}
        <Plural value={agents} one="# agent" other="# agents" /> could be picked;{' '}
        <Plural value={Math.round(picks)} one="# pick" other="# picks" />.
        {agentsShort > 0 &&
          t` ${plural(agentsShort, { one: '# agent', other: '# agents' })} had fewer conversations than that.`}
      </Trans>
    </Text>
  )
}

import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconDice5 } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SamplingPlan } from '../../../../shared/contract/reviews.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { Instant } from '../../../ui/time.tsx'
import { PlanEditor } from './plan-editor.tsx'

const kindWords = { random: t`Random`, risk: t`Signs of trouble` } as const

/** The ways conversations are picked for review, and every draw with what it looked at. */
export function PlansTab() {
  const plans = useQuery(orpc.reviews.plans.queryOptions())
  const [edited, setEdited] = useState<SamplingPlan | 'new' | null>(null)
  return (
    <QueryView query={plans} what={t`the plans`} loading={<Loading label={t`the plans`} rows={6} />}>
      {(list) => (
        <>
          {list.length === 0 ? (
            <Empty
              icon={IconDice5}
              title={t`No plan yet`}
              actions={
                <Button onClick={() => setEdited('new')}>
                  <Trans>Make a plan</Trans>
                </Button>
              }
            >
              <Trans>
                A random plan draws so many conversations of every agent, each with a known chance. Only what
                was drawn can stand for all that was not looked at.
              </Trans>
            </Empty>
          ) : (
            <Group justify="flex-end" mb="sm">
              <Button onClick={() => setEdited('new')}>
                <Trans>Make a plan</Trans>
              </Button>
            </Group>
          )}
          <Stack gap="md">
            {list.map((plan) => (
              <PlanSection key={plan.id} plan={plan} onEdit={() => setEdited(plan)} />
            ))}
          </Stack>
          {list.some(({ kind }) => kind === 'risk') && !list.some(({ kind }) => kind === 'random') && (
            <Text size="sm" c="dimmed" mt="sm">
              <Trans>
                A plan that looks for trouble alone says nothing of all the others: add a random one beside
                it.
              </Trans>
            </Text>
          )}
          {edited !== null && (
            <PlanEditor plan={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
          )}
        </>
      )}
    </QueryView>
  )
}

function PlanSection({ plan, onEdit }: { plan: SamplingPlan; onEdit(): void }) {
  const drawing = useMutation(orpc.reviews.draw.mutationOptions())
  const undoing = useMutation(orpc.reviews.undoDraw.mutationOptions())
  const retiring = useMutation(orpc.reviews.retirePlan.mutationOptions())
  const undo = (drawId: number) =>
    undoing.mutate(
      { drawId },
      {
        onSuccess: ({ removed }) =>
          notifyDone(t`${plural(removed, { one: '# pick', other: '# picks' })} taken back.`),
        onError: (error) => notifyFailed(t`The draw stands`, error),
      },
    )
  const draw = () =>
    drawing.mutate(
      { planId: plan.id },
      {
        onSuccess: ({ picked, alreadyThere, drawId }) =>
          notifyDone(
            t`${plural(picked, { one: '# conversation', other: '# conversations' })} drawn${alreadyThere > 0 ? t`, ${alreadyThere} of them in the queue already` : ''}.`,
            () => undo(drawId),
          ),
        onError: (error) => notifyFailed(t`Nothing was drawn`, error),
      },
    )
  const { settings } = plan
  return (
    <Section
      title={plan.name}
      note={
        <Group gap={6}>
          <Badge variant="default" tt="none" fw={500}>
            {kindWords[plan.kind]}
          </Badge>
          {plan.kind === 'random'
            ? t`${settings.perAgent} of each agent per ${plural(settings.periodDays, { one: '# day', other: '# days' })}`
            : t`about ${settings.expected} per ${plural(settings.periodDays, { one: '# day', other: '# days' })}`}{' '}
          · {plan.form}
        </Group>
      }
      actions={
        <>
          <Button
            variant="subtle"
            color="gray"
            onClick={() =>
              retiring.mutate(
                { id: plan.id },
                {
                  onSuccess: () => notifyDone(t`The plan is out of use; what it drew stays.`),
                  onError: (error) => notifyFailed(t`The plan stays in use`, error),
                },
              )
            }
          >
            <Trans>Retire</Trans>
          </Button>
          <Button variant="default" onClick={onEdit}>
            <Trans>Edit</Trans>
          </Button>
          <Button loading={drawing.isPending} onClick={draw}>
            <Trans>Draw now</Trans>
          </Button>
        </>
      }
    >
      {plan.draws.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>Nothing drawn yet.</Trans>
        </Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Days looked at</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Conversations</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Drawn</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>When</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Seed</Trans>
              </Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.draws.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>
                  <Trans>
                    {formatDay(one.from, 'short')} to {formatDay(one.to, 'short')}
                  </Trans>
                </Table.Td>
                <Table.Td ta="right">{formatNumber(one.eligible)}</Table.Td>
                <Table.Td ta="right">{formatNumber(one.picked)}</Table.Td>
                <Table.Td>
                  <Instant at={one.drawnAt} />
                </Table.Td>
                <Table.Td c="dimmed">{one.seed}</Table.Td>
                <Table.Td ta="right">
                  {one.untouched > 0 && (
                    <Button size="compact-xs" variant="default" onClick={() => undo(one.id)}>
                      <Trans>Take {one.untouched} back</Trans>
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}

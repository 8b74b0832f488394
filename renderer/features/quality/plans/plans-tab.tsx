import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconDice5 } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SamplingPlan } from '../../../../shared/contract/reviews.ts'
import { orpc } from '../../../app/client.ts'
import { countOf, formatNumber } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { Instant } from '../../../ui/time.tsx'
import { PlanEditor } from './plan-editor.tsx'

const kindWords = { random: 'Random', risk: 'Signs of trouble' } as const

/** The ways conversations are picked for review, and every draw with what it looked at. */
export function PlansTab() {
  const plans = useQuery(orpc.reviews.plans.queryOptions())
  const [edited, setEdited] = useState<SamplingPlan | 'new' | null>(null)
  return (
    <QueryView query={plans} what="the plans" loading={<Loading label="the plans" rows={6} />}>
      {(list) => (
        <>
          {list.length === 0 ? (
            <Empty
              icon={IconDice5}
              title="No plan yet"
              actions={<Button onClick={() => setEdited('new')}>Make a plan</Button>}
            >
              A random plan draws so many conversations of every agent, each with a known chance. Only what
              was drawn can stand for all that was not looked at.
            </Empty>
          ) : (
            <Group justify="flex-end" mb="sm">
              <Button onClick={() => setEdited('new')}>Make a plan</Button>
            </Group>
          )}
          <Stack gap="md">
            {list.map((plan) => (
              <PlanSection key={plan.id} plan={plan} onEdit={() => setEdited(plan)} />
            ))}
          </Stack>
          {list.some(({ kind }) => kind === 'risk') && !list.some(({ kind }) => kind === 'random') && (
            <Text size="sm" c="dimmed" mt="sm">
              A plan that looks for trouble alone says nothing of all the others: add a random one beside it.
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
        onSuccess: ({ removed }) => notifyDone(`${countOf(removed, 'pick')} taken back.`),
        onError: (error) => notifyFailed('The draw stands', error),
      },
    )
  const draw = () =>
    drawing.mutate(
      { planId: plan.id },
      {
        onSuccess: ({ picked, alreadyThere, drawId }) =>
          notifyDone(
            `${countOf(picked, 'conversation')} drawn${alreadyThere > 0 ? `, ${alreadyThere} of them in the queue already` : ''}.`,
            () => undo(drawId),
          ),
        onError: (error) => notifyFailed('Nothing was drawn', error),
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
            ? `${settings.perAgent} of each agent per ${countOf(settings.periodDays, 'day')}`
            : `about ${settings.expected} per ${countOf(settings.periodDays, 'day')}`}{' '}
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
                  onSuccess: () => notifyDone('The plan is out of use; what it drew stays.'),
                  onError: (error) => notifyFailed('The plan stays in use', error),
                },
              )
            }
          >
            Retire
          </Button>
          <Button variant="default" onClick={onEdit}>
            Edit
          </Button>
          <Button loading={drawing.isPending} onClick={draw}>
            Draw now
          </Button>
        </>
      }
    >
      {plan.draws.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing drawn yet.
        </Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Days looked at</Table.Th>
              <Table.Th ta="right">Conversations</Table.Th>
              <Table.Th ta="right">Drawn</Table.Th>
              <Table.Th>When</Table.Th>
              <Table.Th>Seed</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.draws.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>
                  {formatDay(one.from, 'short')} to {formatDay(one.to, 'short')}
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
                      Take {one.untouched} back
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

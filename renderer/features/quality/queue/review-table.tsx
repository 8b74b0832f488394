import { Badge, Button, Checkbox, Group, Menu, Table, Text, Tooltip } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReviewItem } from '../../../../shared/contract/reviews.ts'
import { orpc } from '../../../app/client.ts'
import { durationWords } from '../../../conversation/words.ts'
import { countOf, formatValue } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { selectionWords } from '../words.ts'
import type { Shown } from './queue-tab.tsx'
import styles from './review-table.module.css'

interface ReviewTableProps {
  items: ReviewItem[]
  shown: Shown
  me: string | null
  known: string[]
}

/** The reviews of a queue; open ones can be given to somebody, several at once. */
export function ReviewTable({ items, shown, me, known }: ReviewTableProps) {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const assigning = useMutation(orpc.reviews.assign.mutationOptions())
  const restoring = useMutation(orpc.reviews.restore.mutationOptions())
  const isOpen = shown === 'open'
  const ids = items.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const assign = (reviewer: string | null) =>
    assigning.mutate(
      { ids, reviewer },
      {
        onSuccess: ({ changed }) => {
          notifyDone(
            `${countOf(changed, 'review')} ${changed === 1 ? 'is' : 'are'} ${reviewer === null ? 'nobody’s' : `${reviewer}’s`} now.`,
          )
          setChosen(new Set())
        },
        onError: (error) => notifyFailed('The reviews were not assigned', error),
      },
    )
  const toggle = (id: number) =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const names = [
    ...new Set([...(me === null ? [] : [me]), ...items.flatMap(({ reviewer }) => reviewer ?? []), ...known]),
  ]
  return (
    <Section
      title={isOpen ? 'Waiting for review' : shown === 'submitted' ? 'Submitted' : 'Skipped'}
      actions={
        isOpen &&
        ids.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" loading={assigning.isPending}>
                Assign {ids.length}…
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
              {names.slice(0, 30).map((name) => (
                <Menu.Item key={name} onClick={() => assign(name)}>
                  {name === me ? `${name} (me)` : name}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item onClick={() => assign(null)}>Nobody</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      <Table.ScrollContainer minWidth={860}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {isOpen && (
                <Table.Th w={34}>
                  <Checkbox
                    size="xs"
                    aria-label="All reviews"
                    checked={ids.length === items.length}
                    indeterminate={ids.length > 0 && ids.length < items.length}
                    onChange={(event) =>
                      setChosen(new Set(event.currentTarget.checked ? items.map(({ id }) => id) : []))
                    }
                  />
                </Table.Th>
              )}
              <Table.Th>Agent</Table.Th>
              <Table.Th>When</Table.Th>
              <Table.Th>Conversation</Table.Th>
              <Table.Th>Form</Table.Th>
              <Table.Th>Picked</Table.Th>
              <Table.Th>Reviewer</Table.Th>
              <Table.Th ta="right">{shown === 'submitted' ? 'Score' : isOpen ? 'Answered' : 'Why'}</Table.Th>
              {shown === 'skipped' && <Table.Th />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Table.Tr
                key={item.id}
                className={styles.row}
                onClick={() =>
                  void navigate({ to: '/quality/reviews/$reviewId', params: { reviewId: item.id } })
                }
              >
                {isOpen && (
                  <Table.Td onClick={(event) => event.stopPropagation()}>
                    <Checkbox
                      size="xs"
                      aria-label={`Choose the review of ${item.agent?.name ?? item.contactRef ?? 'a conversation'}`}
                      checked={chosen.has(item.id)}
                      onChange={() => toggle(item.id)}
                    />
                  </Table.Td>
                )}
                <Table.Td>
                  <TextLink
                    to="/quality/reviews/$reviewId"
                    params={{ reviewId: item.id }}
                    onClick={(event) => event.stopPropagation()}
                  >
                    {item.isBlind ? 'Agent hidden' : (item.agent?.name ?? 'not known')}
                  </TextLink>
                  {item.agent?.team && (
                    <Text size="xs" c="dimmed">
                      {item.agent.team}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{item.isBlind ? '–' : <Instant at={item.at} />}</Table.Td>
                <Table.Td>
                  {item.isBlind ? item.why.replace(/^Calibration /, '') : (item.queue ?? 'no queue')}
                  <Text size="xs" c="dimmed">
                    {durationWords(item.durationMs)}
                    {item.interactionId === null && item.selection !== 'calibration'
                      ? ' · conversation is gone'
                      : ''}
                  </Text>
                </Table.Td>
                <Table.Td>{item.form}</Table.Td>
                <Table.Td>
                  <Tooltip label={item.why}>
                    <Badge variant="default" tt="none" fw={500}>
                      {selectionWords[item.selection]}
                      {item.chance !== null && ` · ${formatValue(item.chance, 'share')}`}
                    </Badge>
                  </Tooltip>
                </Table.Td>
                <Table.Td>
                  {item.reviewer ?? (
                    <Text span c="dimmed">
                      nobody yet
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {shown === 'submitted' ? (
                    item.score0to1 === null ? (
                      'no score'
                    ) : (
                      <strong>{formatValue(item.score0to1, 'score')}</strong>
                    )
                  ) : isOpen ? (
                    <Group justify="flex-end" gap={6}>
                      {item.state === 'draft' ? <Badge tt="none">draft · {item.answered}</Badge> : '–'}
                    </Group>
                  ) : (
                    item.skipReason
                  )}
                </Table.Td>
                {shown === 'skipped' && (
                  <Table.Td ta="right" onClick={(event) => event.stopPropagation()}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() =>
                        restoring.mutate(
                          { id: item.id },
                          { onError: (error) => notifyFailed('The review was not put back', error) },
                        )
                      }
                    >
                      Put back
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  )
}

import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Checkbox, Group, Menu, Table, Text, Tooltip } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReviewItem } from '../../../../shared/contract/reviews.ts'
import { orpc } from '../../../app/client.ts'
import { durationWords } from '../../../conversation/words.ts'
import { formatValue } from '../../../ui/format.ts'
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
            reviewer === null
              ? plural(changed, { one: '# review is nobody’s now.', other: '# reviews are nobody’s now.' })
              : t`${plural(changed, { one: '# review is', other: '# reviews are' })} ${reviewer}’s now.`,
          )
          setChosen(new Set())
        },
        onError: (error) => notifyFailed(t`The reviews were not assigned`, error),
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
      title={isOpen ? t`Waiting for review` : shown === 'submitted' ? t`Submitted` : t`Skipped`}
      actions={
        isOpen &&
        ids.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" loading={assigning.isPending}>
                <Trans>Assign {ids.length}…</Trans>
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
              {names.slice(0, 30).map((name) => (
                <Menu.Item key={name} onClick={() => assign(name)}>
                  {name === me ? t`${name} (me)` : name}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item onClick={() => assign(null)}>
                <Trans>Nobody</Trans>
              </Menu.Item>
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
                    aria-label={t`All reviews`}
                    checked={ids.length === items.length}
                    indeterminate={ids.length > 0 && ids.length < items.length}
                    onChange={(event) =>
                      setChosen(new Set(event.currentTarget.checked ? items.map(({ id }) => id) : []))
                    }
                  />
                </Table.Th>
              )}
              <Table.Th>
                <Trans>Agent</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>When</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Conversation</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Form</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Picked</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Reviewer</Trans>
              </Table.Th>
              <Table.Th ta="right">
                {shown === 'submitted' ? t`Score` : isOpen ? t`Answered` : t`Why`}
              </Table.Th>
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
                      aria-label={t`Choose the review of ${item.agent?.name ?? item.contactRef ?? t`a conversation`}`}
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
                    {item.isBlind ? t`Agent hidden` : (item.agent?.name ?? t`not known`)}
                  </TextLink>
                  {item.agent?.team && (
                    <Text size="xs" c="dimmed">
                      {item.agent.team}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{item.isBlind ? '–' : <Instant at={item.at} />}</Table.Td>
                <Table.Td>
                  {item.isBlind ? item.why : (item.queue ?? t`no queue`)}
                  <Text size="xs" c="dimmed">
                    {durationWords(item.durationMs)}
                    {item.interactionId === null && item.selection !== 'calibration'
                      ? t` · conversation is gone`
                      : ''}
                  </Text>
                </Table.Td>
                <Table.Td>{item.form}</Table.Td>
                <Table.Td>
                  <Tooltip label={item.why}>
                    <Badge variant="default" tt="none" fw={500} miw="max-content">
                      {selectionWords[item.selection]}
                      {item.chance !== null && ` · ${formatValue(item.chance, 'share')}`}
                    </Badge>
                  </Tooltip>
                </Table.Td>
                <Table.Td>
                  {item.reviewer ?? (
                    <Text span c="dimmed">
                      <Trans>nobody yet</Trans>
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {shown === 'submitted' ? (
                    item.score0to1 === null ? (
                      t`no score`
                    ) : (
                      <strong>{formatValue(item.score0to1, 'score')}</strong>
                    )
                  ) : isOpen ? (
                    <Group justify="flex-end" gap={6}>
                      {item.state === 'draft' ? (
                        <Badge tt="none">
                          <Trans>draft · {item.answered}</Trans>
                        </Badge>
                      ) : (
                        '–'
                      )}
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
                          { onError: (error) => notifyFailed(t`The review was not put back`, error) },
                        )
                      }
                    >
                      <Trans>Put back</Trans>
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

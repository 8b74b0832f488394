import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Table, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { DisputeItem } from '../../../../shared/contract/disputes.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import styles from './disputes.module.css'
import { answerWords, scoreText, stateWords, timeLeftWords } from './words.ts'

/** Disputes, the oldest on top while they are open: who, what, how old, how long there is. */
export function DisputeTable({ items, showsDecided }: { items: DisputeItem[]; showsDecided: boolean }) {
  const navigate = useNavigate()
  return (
    <Section title={showsDecided ? t`Decided` : t`To be decided`}>
      <Table.ScrollContainer minWidth={900}>
        <Table highlightOnHover verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Question</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Raised by</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Answer → thought right</Trans>
              </Table.Th>
              <Table.Th>{showsDecided ? t`Decision` : t`Why`}</Table.Th>
              <Table.Th ta="right">{showsDecided ? t`Score` : t`Age`}</Table.Th>
              <Table.Th ta="right">
                <Trans>Time</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Table.Tr
                key={item.id}
                className={styles.row}
                onClick={() =>
                  void navigate({ to: '/quality/disputes/$disputeId', params: { disputeId: item.id } })
                }
              >
                <Table.Td>
                  <TextLink
                    to="/quality/disputes/$disputeId"
                    params={{ disputeId: item.id }}
                    onClick={(event) => event.stopPropagation()}
                  >
                    {item.question}
                  </TextLink>
                  <Text size="xs" c="dimmed">
                    {item.form}
                    {item.round > 1 ? t` · round ${item.round}` : ''}
                    {item.evaluationId === null ? t` · its import was undone` : ''}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {item.raisedBy}
                  <Text size="xs" c="dimmed">
                    {item.agent && item.agent.name !== item.raisedBy ? t`for ${item.agent.name} · ` : ''}
                    {item.reviewer === null ? t`reviewer not known` : t`answered by ${item.reviewer}`}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {answerWords(item.standing)} → <strong>{answerWords(item.proposed)}</strong>
                </Table.Td>
                <Table.Td>
                  {item.resolution ? (
                    <>
                      <Badge variant="default" tt="none" fw={500}>
                        {stateWords[item.state]}
                      </Badge>
                      <Text size="xs" c="dimmed">
                        {item.resolution.by} · <Instant at={item.resolution.at} show="day" />
                      </Text>
                    </>
                  ) : (
                    <span className={styles.clamped}>{item.comment}</span>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {item.resolution
                    ? item.resolution.scoreBefore === item.resolution.scoreAfter
                      ? scoreText(item.resolution.scoreAfter)
                      : `${scoreText(item.resolution.scoreBefore)} → ${scoreText(item.resolution.scoreAfter)}`
                    : item.ageDays === 0
                      ? t`today`
                      : plural(item.ageDays, { one: '# day', other: '# days' })}
                </Table.Td>
                <Table.Td
                  ta="right"
                  className={styles.time}
                  data-late={
                    (item.state === 'open' && item.daysLeft !== null && item.daysLeft < 0) || undefined
                  }
                >
                  {timeLeftWords(item)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  )
}

import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { JudgeRun } from '../../../../shared/contract/judge.ts'
import { orpc } from '../../../app/client.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { countOf, formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { moneyWords, outcomeWords, runWords, timeWords } from './words.ts'

/** The newest batches: what came of them, and what they took. */
export function RunsSection() {
  const runs = useQuery(orpc.judge.runs.queryOptions())
  return (
    <Section
      title="Batches"
      note="Answers stand with their conversations, and at the desk after the reviewer’s own."
    >
      <QueryView query={runs} what="the batches">
        {(list) =>
          list.length === 0 ? (
            <Text size="sm" c="dimmed">
              None yet.
            </Text>
          ) : (
            <Table.ScrollContainer minWidth={860}>
              <Table aria-label="Batches">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>When</Table.Th>
                    <Table.Th>What</Table.Th>
                    <Table.Th>Model</Table.Th>
                    <Table.Th>Came to</Table.Th>
                    <Table.Th ta="right">Requests</Table.Th>
                    <Table.Th ta="right">Tokens read / written</Table.Th>
                    <Table.Th ta="right">Spent</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {list.map((run) => (
                    <RunRow key={run.id} run={run} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </QueryView>
    </Section>
  )
}

function RunRow({ run }: { run: JudgeRun }) {
  const { spent, counts } = run
  return (
    <Table.Tr>
      <Table.Td>
        <Instant at={run.startedAt} />
      </Table.Td>
      <Table.Td>
        {run.form}
        <Text size="xs" c="dimmed">
          {countOf(run.questions, 'question')}, {formatDayRange(run.days)}
        </Text>
      </Table.Td>
      <Table.Td>
        {run.model}
        <Text size="xs" c="dimmed">
          {run.host}
        </Text>
      </Table.Td>
      <Table.Td>
        <strong>{runWords[run.state]}</strong>: {outcomeWords(run)}
        <Text size="xs" c="dimmed">
          {[
            run.sentence,
            counts.known > 0 && `${formatNumber(counts.known)} known before`,
            counts.disagreed > 0 && `${formatNumber(counts.disagreed)} went by the order of the answers`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{formatNumber(spent.requests)}</Table.Td>
      <Table.Td ta="right">
        {spent.isEstimated && '≈ '}
        {formatNumber(spent.tokensIn)} / {formatNumber(spent.tokensOut)}
      </Table.Td>
      <Table.Td ta="right">
        {spent.money === null || spent.currency === null ? '–' : moneyWords(spent.money, spent.currency)}
        <Text size="xs" c="dimmed">
          {spent.requests > 0
            ? `${timeWords(spent.requestSeconds / spent.requests)} a request`
            : 'nothing sent'}
        </Text>
      </Table.Td>
    </Table.Tr>
  )
}

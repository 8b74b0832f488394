import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { JudgeRun } from '../../../../shared/contract/judge.ts'
import { orpc } from '../../../app/client.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { moneyWords, outcomeWords, runWords, timeWords } from './words.ts'

/** The newest batches: what came of them, and what they took. */
export function RunsSection() {
  const runs = useQuery(orpc.judge.runs.queryOptions())
  return (
    <Section
      title={t`Batches`}
      note={t`Answers stand with their conversations, and at the desk after the reviewer’s own.`}
    >
      <QueryView query={runs} what={t`the batches`}>
        {(list) =>
          list.length === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>None yet.</Trans>
            </Text>
          ) : (
            <Table.ScrollContainer minWidth={860}>
              <Table aria-label={t`Batches`}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>
                      <Trans>When</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>What</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>Model</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>Came to</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Requests</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Tokens read / written</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Spent</Trans>
                    </Table.Th>
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
          <Plural value={run.questions} one="# question" other="# questions" />, {formatDayRange(run.days)}
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
            counts.known > 0 && t`${formatNumber(counts.known)} known before`,
            counts.disagreed > 0 && t`${formatNumber(counts.disagreed)} went by the order of the answers`,
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
            ? t`${timeWords(spent.requestSeconds / spent.requests)} a request`
            : t`nothing sent`}
        </Text>
      </Table.Td>
    </Table.Tr>
  )
}

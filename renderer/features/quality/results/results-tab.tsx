import { Group, SegmentedControl, Select, Table, Text } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { formatInterval, formatNumber, formatValue } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { formatDayRange } from '../../../ui/dates.ts'

const windows = [28, 84, 182] as const

/** What reviews say of all conversations, by team; what was drawn is never pooled with what nobody knows the selection of. */
export function ResultsTab() {
  const scorecards = useQuery(orpc.scorecards.list.queryOptions())
  const [chosen, setChosen] = useState<number | null>(null)
  const [days, setDays] = useState<number>(84)
  const reviewed = (scorecards.data ?? []).filter(({ evaluations }) => evaluations > 0)
  const scorecardId = chosen ?? reviewed[0]?.id ?? null
  return (
    <QueryView query={scorecards} what="the results" loading={<Loading label="the results" rows={6} />}>
      {() =>
        scorecardId === null ? (
          <Empty icon={IconChartBar} title="Nothing is reviewed yet">
            Results come with the first reviews, imported or made here.
          </Empty>
        ) : (
          <>
            <Group mb="sm">
              <Select
                aria-label="Scorecard"
                w={320}
                allowDeselect={false}
                data={reviewed.map(({ id, name }) => ({ value: String(id), label: name }))}
                value={String(scorecardId)}
                onChange={(value) => setChosen(Number(value))}
              />
              <SegmentedControl
                aria-label="Days looked at"
                value={String(days)}
                onChange={(value) => setDays(Number(value))}
                data={windows.map((n) => ({ value: String(n), label: `${n} days` }))}
              />
            </Group>
            <Estimates scorecardId={scorecardId} days={days} />
          </>
        )
      }
    </QueryView>
  )
}

function Estimates({ scorecardId, days }: { scorecardId: number; days: number }) {
  const query = useQuery(orpc.reviews.estimates.queryOptions({ input: { scorecardId, days } }))
  return (
    <QueryView query={query} what="the results" loading={<Loading label="the results" rows={6} />}>
      {(found) => (
        <Section title="Mean score" note={formatDayRange(found)}>
          <Text size="sm" c="dimmed" mb="xs">
            {found.sentence}
          </Text>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Team</Table.Th>
                <Table.Th ta="right">Drawn, weighted</Table.Th>
                <Table.Th ta="right">95% interval</Table.Th>
                <Table.Th ta="right">Reviews</Table.Th>
                <Table.Th ta="right">Worth as many equal ones</Table.Th>
                <Table.Th ta="right">Imported, selection unknown</Table.Th>
                <Table.Th ta="right">95% interval</Table.Th>
                <Table.Th ta="right">Reviews</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {[{ team: 'Everybody', drawn: found.drawn, unknown: found.unknown }, ...found.teams].map(
                ({ team, drawn, unknown }, index) => (
                  <Table.Tr key={`${index} ${team}`} fw={index === 0 ? 650 : undefined}>
                    <Table.Td>{team}</Table.Td>
                    <Table.Td ta="right">{formatValue(drawn.mean, 'score')}</Table.Td>
                    <Table.Td ta="right">{intervalWords(drawn)}</Table.Td>
                    <Table.Td ta="right">{formatNumber(drawn.n)}</Table.Td>
                    <Table.Td ta="right">
                      {drawn.effectiveN === null ? '–' : formatNumber(drawn.effectiveN, 1)}
                    </Table.Td>
                    <Table.Td ta="right">{formatValue(unknown.mean, 'score')}</Table.Td>
                    <Table.Td ta="right">{intervalWords(unknown)}</Table.Td>
                    <Table.Td ta="right">{formatNumber(unknown.n)}</Table.Td>
                  </Table.Tr>
                ),
              )}
            </Table.Tbody>
          </Table>
        </Section>
      )}
    </QueryView>
  )
}

function intervalWords({ low, high }: { low: number | null; high: number | null }): string {
  return low === null || high === null ? '–' : formatInterval(low, high, 'score')
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Estimate } from '../../../../shared/contract/reviews.ts'
import { orpc } from '../../../app/client.ts'
import { IntervalBar } from '../../../charts/interval-bar.tsx'
import { formatDayRange } from '../../../ui/dates.ts'
import { formatInterval, formatNumber, formatValue } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'

/** Mean scores of all and of each team: of what was drawn, weighted by its chance, and of what was imported, side by side. */
export function EstimatesSection({ scorecardId, days }: { scorecardId: number; days: number }) {
  const query = useQuery(orpc.reviews.estimates.queryOptions({ input: { scorecardId, days } }))
  return (
    <QueryView query={query} what={t`the results`} loading={<Loading label={t`the results`} rows={6} />}>
      {(found) => {
        const rows = [{ team: t`Everybody`, drawn: found.drawn, unknown: found.unknown }, ...found.teams]
        const lowest = Math.min(...rows.flatMap(({ drawn, unknown }) => [drawn.low ?? 1, unknown.low ?? 1]))
        const from = Math.floor(lowest * 10) / 10
        return (
          <Section title={t`Mean score`} note={formatDayRange(found)}>
            <Text size="sm" c="dimmed" mb="xs">
              {found.sentence}
            </Text>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>
                    <Trans>Team</Trans>
                  </Table.Th>
                  <Table.Th>
                    <Trans>Drawn, weighted by chance</Trans>
                  </Table.Th>
                  <Table.Th ta="right">
                    <Trans>Reviews</Trans>
                  </Table.Th>
                  <Table.Th ta="right" pr="xl">
                    <Trans>Worth as many equal ones</Trans>
                  </Table.Th>
                  <Table.Th>
                    <Trans>Imported, selection unknown</Trans>
                  </Table.Th>
                  <Table.Th ta="right">
                    <Trans>Reviews</Trans>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map(({ team, drawn, unknown }, index) => (
                  <Table.Tr key={`${index} ${team}`} fw={index === 0 ? 650 : undefined}>
                    <Table.Td>{team}</Table.Td>
                    <Table.Td>
                      <Mean estimate={drawn} from={from} />
                    </Table.Td>
                    <Table.Td ta="right">{formatNumber(drawn.n)}</Table.Td>
                    <Table.Td ta="right" pr="xl">
                      {drawn.effectiveN === null ? '–' : formatNumber(drawn.effectiveN, 1)}
                    </Table.Td>
                    <Table.Td>
                      <Mean estimate={unknown} from={from} />
                    </Table.Td>
                    <Table.Td ta="right">{formatNumber(unknown.n)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <Text size="xs" c="dimmed" mt="xs">
              <Trans>Dot and bar: mean with 95% interval, from {formatValue(from, 'score')} to 100%.</Trans>
            </Text>
          </Section>
        )
      }}
    </QueryView>
  )
}

/** A mean score with its interval on a scale from `from` to 1; the figure alone where too few reviews give an interval. */
function Mean({ estimate: { mean, low, high }, from }: { estimate: Estimate; from: number }) {
  if (mean === null) return '–'
  if (low === null || high === null) return formatValue(mean, 'score')
  const words = `${formatValue(mean, 'score')} (${formatInterval(low, high, 'score')})`
  return <IntervalBar value={mean} {...{ low, high, from, words }} to={1} />
}

import { Table, Text } from '@mantine/core'
import type { Workload } from '../../../../shared/contract/reviews.ts'
import { durationWords } from '../../../conversation/words.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'

/** Who has how much to do, and how long reviews take; hidden while there is only one person's work. */
export function WorkloadStrip({ workload }: { workload: Workload[] }) {
  if (workload.length < 2) return null
  return (
    <Section title="Workload">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Reviewer</Table.Th>
            <Table.Th ta="right">Waiting</Table.Th>
            <Table.Th ta="right">In work</Table.Th>
            <Table.Th ta="right">Submitted</Table.Th>
            <Table.Th ta="right">Skipped</Table.Th>
            <Table.Th ta="right">Median time</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {workload.map((row) => (
            <Table.Tr key={row.reviewer ?? ''}>
              <Table.Td>
                {row.reviewer ?? (
                  <Text span c="dimmed">
                    nobody yet
                  </Text>
                )}
              </Table.Td>
              {[row.waiting, row.drafts, row.submitted, row.skipped].map((n, column) => (
                <Table.Td key={column} ta="right">
                  {formatNumber(n)}
                </Table.Td>
              ))}
              <Table.Td ta="right">{durationWords(row.medianActiveMs)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

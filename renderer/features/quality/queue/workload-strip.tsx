import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Table, Text } from '@mantine/core'
import type { Workload } from '../../../../shared/contract/reviews.ts'
import { durationWords } from '../../../conversation/words.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'

/** Who has how much to do, and how long reviews take; hidden while there is only one person's work. */
export function WorkloadStrip({ workload }: { workload: Workload[] }) {
  if (workload.length < 2) return null
  return (
    <Section title={t`Workload`}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Reviewer</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Waiting</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>In work</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Submitted</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Skipped</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Median time</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {workload.map((row) => (
            <Table.Tr key={row.reviewer ?? ''}>
              <Table.Td>
                {row.reviewer ?? (
                  <Text span c="dimmed">
                    <Trans>nobody yet</Trans>
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

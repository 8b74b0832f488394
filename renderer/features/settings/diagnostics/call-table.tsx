import { Trans } from '@lingui/react/macro'
import { Table, Text } from '@mantine/core'
import type { Diagnostics } from '../../../../shared/contract/diagnostics.ts'
import { formatNumber } from '../../../ui/format.ts'

const SHOWN = 15

/** The slowest calls and how long they took. */
export function CallTable({ calls }: { calls: Diagnostics['calls'] }) {
  return (
    <>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Call</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Times</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Half within</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>95% within</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>99% within</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Longest</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {calls.slice(0, SHOWN).map(({ call, count, p50, p95, p99, max }) => (
              <Table.Tr key={call}>
                <Table.Td translate="no">{call}</Table.Td>
                <Table.Td ta="right">{formatNumber(count)}</Table.Td>
                {[
                  { name: 'p50', ms: p50 },
                  { name: 'p95', ms: p95 },
                  { name: 'p99', ms: p99 },
                  { name: 'max', ms: max },
                ].map(({ name, ms }) => (
                  <Table.Td key={name} ta="right">
                    <Trans>{formatNumber(ms, ms < 10 ? 1 : 0)} ms</Trans>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {calls.length > SHOWN && (
        <Text size="sm" c="dimmed" mt="xs">
          <Trans>{formatNumber(calls.length - SHOWN)} faster calls are in the bundle.</Trans>
        </Text>
      )}
    </>
  )
}

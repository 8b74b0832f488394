import { Trans } from '@lingui/react/macro'
import { Table } from '@mantine/core'
import type { AdjustedAgent } from '../../../../shared/contract/calibration.ts'
import { formatDifference, formatValue } from '../../../ui/format.ts'

/** The agents' mean scores as they are, and as they would be had every reviewer scored alike. */
export function AdjustedAgents({ agents }: { agents: readonly AdjustedAgent[] }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <Trans>Agent</Trans>
          </Table.Th>
          <Table.Th ta="right">
            <Trans>Evaluations</Trans>
          </Table.Th>
          <Table.Th ta="right">
            <Trans>Mean score</Trans>
          </Table.Th>
          <Table.Th ta="right">
            <Trans>Adjusted for severity</Trans>
          </Table.Th>
          <Table.Th ta="right">
            <Trans>Difference</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {agents.map(({ agentId, name, n, mean, adjustedMean }) => (
          <Table.Tr key={agentId}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right">{n}</Table.Td>
            <Table.Td ta="right">{formatValue(mean, 'score')}</Table.Td>
            <Table.Td ta="right">{formatValue(adjustedMean, 'score')}</Table.Td>
            <Table.Td ta="right">
              {adjustedMean === null ? '–' : formatDifference(adjustedMean - mean, 'score')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

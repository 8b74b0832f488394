import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { formatCount } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'

/** The systems that files come from, and the mappings remembered for each. */
export function SourcesSection() {
  const query = useQuery(orpc.imports.sources.queryOptions())
  return (
    <Section title={t`Sources`}>
      <QueryView query={query} what={t`the sources`}>
        {(sources) =>
          sources.length === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>Each system you import from appears here with the mappings remembered for it.</Trans>
            </Text>
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>
                    <Trans>Source</Trans>
                  </Table.Th>
                  <Table.Th>
                    <Trans>Times in</Trans>
                  </Table.Th>
                  <Table.Th ta="right">
                    <Trans>Imports</Trans>
                  </Table.Th>
                  <Table.Th ta="right">
                    <Trans>Mappings</Trans>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {sources.map((source) => (
                  <Table.Tr key={source.id}>
                    <Table.Td fw={550}>{source.name}</Table.Td>
                    <Table.Td c="dimmed">{source.timeZone}</Table.Td>
                    <Table.Td ta="right">{formatCount(source.imports)}</Table.Td>
                    <Table.Td ta="right">{formatCount(source.mappings)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </QueryView>
    </Section>
  )
}

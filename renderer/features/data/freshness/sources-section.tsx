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
    <Section title="Sources">
      <QueryView query={query} what="the sources">
        {(sources) =>
          sources.length === 0 ? (
            <Text size="sm" c="dimmed">
              Each system you import from appears here with the mappings remembered for it.
            </Text>
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Source</Table.Th>
                  <Table.Th>Times in</Table.Th>
                  <Table.Th ta="right">Imports</Table.Th>
                  <Table.Th ta="right">Mappings</Table.Th>
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

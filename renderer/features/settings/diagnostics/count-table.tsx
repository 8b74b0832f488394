import { Plural } from '@lingui/react/macro'
import { Group, SimpleGrid, Text } from '@mantine/core'
import type { Diagnostics } from '../../../../shared/contract/diagnostics.ts'
import { formatNumber } from '../../../ui/format.ts'

/** How many rows each table has; those without any are only counted. */
export function CountTable({ tables }: { tables: Diagnostics['tables'] }) {
  const filled = tables.filter(({ rows }) => rows > 0)
  const empty = tables.length - filled.length
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 3, xl: 4 }} spacing="xl" verticalSpacing={4}>
        {filled.map(({ table, rows }) => (
          <Group key={table} justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm" truncate translate="no">
              {table}
            </Text>
            <Text size="sm">{formatNumber(rows)}</Text>
          </Group>
        ))}
      </SimpleGrid>
      {empty > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          <Plural value={empty} one="# more table has no rows" other="# more tables have no rows" />.
        </Text>
      )}
    </>
  )
}

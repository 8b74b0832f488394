import { SimpleGrid, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Diagnostics } from '../../../../shared/contract/diagnostics.ts'
import { countOf, formatNumber } from '../../../ui/format.ts'
import { Instant } from '../../../ui/time.tsx'

/** What runs here, and how large the workspace is. */
export function ProgramFacts({ found }: { found: Diagnostics }) {
  const { version, schema, node, platform, isReadOnly, sizes, check, longestStallMs } = found
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <Fact name="Version">
        {version}, schema {schema}
      </Fact>
      <Fact name="Platform">
        {platform}, Node {node}
      </Fact>
      <Fact name="Opened">{isReadOnly ? 'to read only' : 'to read and write'}</Fact>
      <Fact name="Last check">
        {check ? (
          <>
            {check.problems === 0 ? 'sound' : countOf(check.problems, 'problem')}, <Instant at={check.at} />
          </>
        ) : (
          'none lately'
        )}
      </Fact>
      <Fact name="Database">{megabytes(sizes.database)}</Fact>
      <Fact name="Not yet merged into it">{megabytes(sizes.writeAhead)}</Fact>
      <Fact name="Recordings kept here">{megabytes(sizes.media)}</Fact>
      <Fact name="Longest wait for an answer">
        {longestStallMs === null ? 'not watched' : `${formatNumber(longestStallMs)} ms`}
      </Fact>
    </SimpleGrid>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Stack gap={0}>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text>{children}</Text>
    </Stack>
  )
}

function megabytes(bytes: number): string {
  return `${formatNumber(bytes / 1_000_000, 1)} MB`
}

import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SimpleGrid, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Diagnostics } from '../../../../shared/contract/diagnostics.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Instant } from '../../../ui/time.tsx'

/** What runs here, and how large the workspace is. */
export function ProgramFacts({ found }: { found: Diagnostics }) {
  const { version, schema, node, platform, isReadOnly, sizes, check, longestStallMs } = found
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <Fact name={t`Version`}>
        <Trans>
          {version}, schema {schema}
        </Trans>
      </Fact>
      <Fact name={t`Platform`}>
        <Trans>
          <span translate="no">{platform}</span>, Node {node}
        </Trans>
      </Fact>
      <Fact name={t`Opened`}>{isReadOnly ? t`to read only` : t`to read and write`}</Fact>
      <Fact name={t`Last check`}>
        {check ? (
          <>
            {check.problems === 0
              ? t`sound`
              : plural(check.problems, { one: '# problem', other: '# problems' })}
            , <Instant at={check.at} />
          </>
        ) : (
          t`none lately`
        )}
      </Fact>
      <Fact name={t`Database`}>{megabytes(sizes.database)}</Fact>
      <Fact name={t`Not yet merged into it`}>{megabytes(sizes.writeAhead)}</Fact>
      <Fact name={t`Recordings kept here`}>{megabytes(sizes.media)}</Fact>
      <Fact name={t`Longest wait for an answer`}>
        {longestStallMs === null ? t`not watched` : t`${formatNumber(longestStallMs)} ms`}
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
  return t`${formatNumber(bytes / 1_000_000, 1)} MB`
}

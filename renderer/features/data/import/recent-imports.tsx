import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor, Button, Table, Text } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ImportRecord } from '../../../../shared/contract/imports.ts'
import { orpc } from '../../../app/client.ts'
import { openWorkspace } from '../../../app/workspace-choice.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { batchesOf, sumOfFacts } from '../history/batches.ts'
import { factWords, fileName, kinds } from '../words.ts'

/** The newest imports, so that one sees what is in before adding to it; in an empty workspace, the way to the sample. */
export function RecentImports() {
  const query = useQuery(orpc.imports.list.queryOptions())
  return (
    <QueryView query={query} what={t`the imports`}>
      {(imports) =>
        imports.length === 0 ? (
          <FirstTime />
        ) : (
          <Section
            title={t`Last imported`}
            actions={
              <Anchor
                size="sm"
                renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'history' }} />}
              >
                <Trans>All imports</Trans>
              </Anchor>
            }
          >
            <Table>
              <Table.Tbody>
                {batchesOf(imports)
                  .slice(0, 6)
                  .map((batch) => (
                    <RecentBatch key={batch.key} records={batch.records} />
                  ))}
              </Table.Tbody>
            </Table>
          </Section>
        )
      }
    </QueryView>
  )
}

function RecentBatch({ records }: { records: ImportRecord[] }) {
  const [first] = records
  if (!first) return null
  const { icon: Picture, label } = kinds[first.kind]
  return (
    <Table.Tr>
      <Table.Td w={30}>
        <Picture size={18} stroke={1.5} aria-label={label} style={{ display: 'block' }} />
      </Table.Td>
      <Table.Td fw={550}>
        {records.length === 1
          ? fileName(first.file)
          : plural(records.length, { one: '# file', other: '# files' })}
      </Table.Td>
      <Table.Td c="dimmed">{first.source}</Table.Td>
      <Table.Td c="dimmed">
        {first.undoneAt === null ? factWords(sumOfFacts(records)).join(', ') : t`undone`}
      </Table.Td>
      <Table.Td c="dimmed" ta="right">
        <Instant at={first.importedAt} show="relative" />
      </Table.Td>
    </Table.Tr>
  )
}

function FirstTime() {
  const sample = useMutation({
    mutationFn: () => openWorkspace('sample'),
    onError: (error) => notifyFailed(t`The sample could not be opened`, error),
  })
  return (
    <Section
      title={t`No exports at hand?`}
      note={t`Look around in the sample: three made-up teams, twelve weeks, several sources.`}
      actions={
        <Button
          variant="default"
          leftSection={<IconSparkles size={15} aria-hidden />}
          loading={sample.isPending}
          onClick={() => sample.mutate()}
        >
          <Trans>Open the sample</Trans>
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        <Trans>
          It is a workspace of its own: nothing of it mixes with your data, and you come back here with one
          click.
        </Trans>
      </Text>
    </Section>
  )
}

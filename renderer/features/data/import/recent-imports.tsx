import { Anchor, Button, Table, Text } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { factWords, fileName, kinds } from '../words.ts'

/** The newest imports, so that one sees what is in before adding to it; in an empty workspace, the way to the sample. */
export function RecentImports() {
  const query = useQuery(orpc.imports.list.queryOptions())
  return (
    <QueryView query={query} what="the imports">
      {(imports) =>
        imports.length === 0 ? (
          <FirstTime />
        ) : (
          <Section
            title="Last imported"
            actions={
              <Anchor
                size="sm"
                renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'history' }} />}
              >
                All imports
              </Anchor>
            }
          >
            <Table>
              <Table.Tbody>
                {imports.slice(0, 5).map((record) => {
                  const { icon: Picture, label } = kinds[record.kind]
                  return (
                    <Table.Tr key={record.id}>
                      <Table.Td w={30}>
                        <Picture size={18} stroke={1.5} aria-label={label} style={{ display: 'block' }} />
                      </Table.Td>
                      <Table.Td fw={550}>{fileName(record.file)}</Table.Td>
                      <Table.Td c="dimmed">{record.source}</Table.Td>
                      <Table.Td c="dimmed">
                        {record.undoneAt === null ? factWords(record.facts).join(', ') : 'undone'}
                      </Table.Td>
                      <Table.Td c="dimmed" ta="right">
                        <Instant at={record.importedAt} show="relative" />
                      </Table.Td>
                    </Table.Tr>
                  )
                })}
              </Table.Tbody>
            </Table>
          </Section>
        )
      }
    </QueryView>
  )
}

function FirstTime() {
  const navigate = useNavigate()
  const sample = useMutation(
    orpc.workspace.loadSample.mutationOptions({
      onSuccess: ({ jobId }) => void navigate({ to: '/data', search: { tab: 'import', job: jobId } }),
      onError: (error) => notifyFailed('The sample could not be loaded', error),
    }),
  )
  return (
    <Section title="No exports at hand?">
      <Empty
        icon={IconSparkles}
        title="Look around in the sample"
        actions={
          <Button variant="default" loading={sample.isPending} onClick={() => sample.mutate({})}>
            Fill this workspace with the sample
          </Button>
        }
      >
        <Text c="dimmed">
          Three made-up teams, twelve weeks, several sources. Each file of it can be undone like any import.
        </Text>
      </Empty>
    </Section>
  )
}

import { Button, Table } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { MergeRecord } from '../../../../shared/contract/people.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { matchedWords } from './words.ts'

/** What was merged and why, by itself or by a person, and what was kept apart; each can be undone. */
export function MergesSection() {
  const query = useQuery(orpc.people.merges.queryOptions())
  const undo = useMutation(
    orpc.people.undoMerge.mutationOptions({
      onSuccess: ({ kept, merged }) => notifyDone(`${merged} and ${kept} are two people again.`),
      onError: (error) => notifyFailed('The merge could not be undone', error),
    }),
  )
  const takeBack = useMutation(
    orpc.people.takeBack.mutationOptions({
      onSuccess: () => notifyDone('Taken back, as if nothing had been said.'),
      onError: (error) => notifyFailed('That could not be taken back', error),
    }),
  )
  return (
    <QueryView query={query} what="the merges">
      {(merges) =>
        merges.length === 0 ? null : (
          <Section title="Merged and kept apart" note="newest first">
            <Table.ScrollContainer minWidth={760} maxHeight={420}>
              <Table stickyHeader>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Person</Table.Th>
                    <Table.Th>Is also, or is not</Table.Th>
                    <Table.Th>Because</Table.Th>
                    <Table.Th>When</Table.Th>
                    <Table.Th>
                      <span className="visually-hidden">Undo</span>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {merges.map((merge) => (
                    <Table.Tr key={merge.id} c={merge.state === 'joined' ? undefined : 'dimmed'}>
                      <Table.Td fw={600}>{merge.kept}</Table.Td>
                      <Table.Td>
                        {merge.state === 'apart' && <em>not </em>}
                        {merge.merged}
                      </Table.Td>
                      <Table.Td c="dimmed">{becauseOf(merge)}</Table.Td>
                      <Table.Td c="dimmed">
                        <Instant at={merge.at} show="relative" />
                      </Table.Td>
                      <Table.Td ta="right">
                        {merge.state === 'joined' ? (
                          <Button
                            variant="subtle"
                            color="gray"
                            leftSection={<IconArrowBackUp size={14} aria-hidden />}
                            aria-label={`Undo: ${merge.merged} is not ${merge.kept}`}
                            loading={undo.isPending && undo.variables.mergeId === merge.id}
                            onClick={() => undo.mutate({ mergeId: merge.id })}
                          >
                            Undo
                          </Button>
                        ) : (
                          <Button
                            variant="subtle"
                            color="gray"
                            leftSection={<IconArrowBackUp size={14} aria-hidden />}
                            aria-label={`Take back: ${merge.merged} may be ${merge.kept}`}
                            loading={takeBack.isPending && takeBack.variables.ids.includes(merge.id)}
                            onClick={() => takeBack.mutate({ ids: [merge.id] })}
                          >
                            Take back
                          </Button>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Section>
        )
      }
    </QueryView>
  )
}

function becauseOf({ reasons, by, state, undoneAt }: MergeRecord): string {
  if (state === 'apart' && undoneAt !== null) return 'Somebody undid the merge.'
  return reasons.join('; ') || matchedWords[by]
}

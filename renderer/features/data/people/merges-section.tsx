import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
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
      onSuccess: ({ kept, merged }) => notifyDone(t`${merged} and ${kept} are two people again.`),
      onError: (error) => notifyFailed(t`The merge could not be undone`, error),
    }),
  )
  const takeBack = useMutation(
    orpc.people.takeBack.mutationOptions({
      onSuccess: () => notifyDone(t`Taken back, as if nothing had been said.`),
      onError: (error) => notifyFailed(t`That could not be taken back`, error),
    }),
  )
  return (
    <QueryView query={query} what={t`the merges`}>
      {(merges) =>
        merges.length === 0 ? null : (
          <Section title={t`Merged and kept apart`} note={t`newest first`}>
            <Table.ScrollContainer minWidth={760} maxHeight={420}>
              <Table stickyHeader>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>
                      <Trans>Person</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>Is also, or is not</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>Because</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>When</Trans>
                    </Table.Th>
                    <Table.Th>
                      <span className="visually-hidden">
                        <Trans>Undo</Trans>
                      </span>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {merges.map((merge) => (
                    <Table.Tr key={merge.id} c={merge.state === 'joined' ? undefined : 'dimmed'}>
                      <Table.Td fw={600}>{merge.kept}</Table.Td>
                      <Table.Td>
                        {merge.state === 'apart' && (
                          <em>
                            <Trans>not </Trans>
                          </em>
                        )}
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
                            aria-label={t`Undo: ${merge.merged} is not ${merge.kept}`}
                            loading={undo.isPending && undo.variables.mergeId === merge.id}
                            onClick={() => undo.mutate({ mergeId: merge.id })}
                          >
                            <Trans>Undo</Trans>
                          </Button>
                        ) : (
                          <Button
                            variant="subtle"
                            color="gray"
                            leftSection={<IconArrowBackUp size={14} aria-hidden />}
                            aria-label={t`Take back: ${merge.merged} may be ${merge.kept}`}
                            loading={takeBack.isPending && takeBack.variables.ids.includes(merge.id)}
                            onClick={() => takeBack.mutate({ ids: [merge.id] })}
                          >
                            <Trans>Take back</Trans>
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
  if (state === 'apart' && undoneAt !== null) return t`Somebody undid the merge.`
  return reasons.join('; ') || matchedWords[by]
}

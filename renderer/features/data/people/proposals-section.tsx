import { Kbd, Text } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { MergeProposal } from '../../../../shared/contract/people.ts'
import { orpc } from '../../../app/client.ts'
import { countOf } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { ProposalCard } from './proposal-card.tsx'

/** Two people that may be one, side by side. Nothing is merged until somebody says so. */
export function ProposalsSection() {
  const query = useQuery(orpc.people.proposals.queryOptions())
  const undo = useMutation(
    orpc.people.undoMerge.mutationOptions({
      onSuccess: ({ kept, merged }) => notifyDone(`${merged} and ${kept} are two people again.`),
      onError: (error) => notifyFailed('The merge could not be undone', error),
    }),
  )
  const merge = useMutation(
    orpc.people.merge.mutationOptions({
      onSuccess: (record) =>
        notifyDone(`${record.merged} now counts as ${record.kept}.`, () =>
          undo.mutate({ mergeId: record.id }),
        ),
      onError: (error) => notifyFailed('The two could not be merged', error),
    }),
  )
  const keepApart = useMutation(
    orpc.people.keepApart.mutationOptions({
      onSuccess: () => notifyDone('Kept apart. This will not be proposed again.'),
      onError: (error) => notifyFailed('They could not be kept apart', error),
    }),
  )
  const input = (proposal: MergeProposal) => ({ keepId: proposal.keep.id, otherId: proposal.other.id })
  const isBusy = (proposal: MergeProposal) =>
    (merge.isPending && merge.variables.otherId === proposal.other.id) ||
    (keepApart.isPending && keepApart.variables.otherId === proposal.other.id)
  return (
    <QueryView query={query} what="the proposals">
      {(proposals) => (
        <Section
          title="To confirm"
          note={
            proposals.length === 0
              ? undefined
              : `${countOf(proposals.length, 'pair')} that may be one person, likeliest first`
          }
          actions={
            proposals.length > 0 && (
              <Text size="xs" c="dimmed">
                on a pair: <Kbd size="xs">c</Kbd> confirm <Kbd size="xs">a</Kbd> keep apart
              </Text>
            )
          }
        >
          {proposals.length === 0 ? (
            <Empty icon={IconUserCheck} title="Nobody to confirm">
              Equal ids, e-mails and shared contacts merge by themselves. Where only names look alike, you are
              asked here.
            </Empty>
          ) : (
            proposals
              .toSorted((a, b) => b.confidence - a.confidence)
              .map((proposal) => (
                <ProposalCard
                  key={proposal.id}
                  proposal={proposal}
                  isBusy={isBusy(proposal)}
                  onConfirm={() => merge.mutate(input(proposal))}
                  onKeepApart={() => keepApart.mutate(input(proposal))}
                />
              ))
          )}
        </Section>
      )}
    </QueryView>
  )
}

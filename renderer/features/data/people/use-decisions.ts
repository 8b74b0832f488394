import { plural, t } from '@lingui/core/macro'
import { useMutation } from '@tanstack/react-query'
import type { MergeProposal } from '../../../../shared/contract/people.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'

/** What one can say to a proposal; each answer can be taken back from its notice. */
export function useDecisions() {
  const takeBack = useMutation(
    orpc.people.takeBack.mutationOptions({
      onSuccess: () => notifyDone(t`Taken back: it is asked again.`),
      onError: (error) => notifyFailed(t`That could not be taken back`, error),
    }),
  )
  const offerUndo = (records: readonly { id: number }[]) => () =>
    takeBack.mutate({ ids: records.map(({ id }) => id) })
  const merge = useMutation(
    orpc.people.merge.mutationOptions({
      onSuccess: (records) =>
        notifyDone(
          records.length === 1
            ? t`${records[0]?.merged ?? ''} now counts as ${records[0]?.kept ?? ''}.`
            : t`${plural(records.length + 1, { one: '# spelling', other: '# spellings' })} count as one person now: ${records[0]?.kept ?? ''}.`,
          offerUndo(records),
        ),
      onError: (error) => notifyFailed(t`They could not be merged`, error),
    }),
  )
  const keepApart = useMutation(
    orpc.people.keepApart.mutationOptions({
      onSuccess: (records) => notifyDone(t`Kept apart. This will not be proposed again.`, offerUndo(records)),
      onError: (error) => notifyFailed(t`They could not be kept apart`, error),
    }),
  )
  const isAbout = (proposal: MergeProposal, ids: readonly number[]) =>
    peopleOf(proposal).some(({ id }) => ids.includes(id))
  return {
    isBusy: (proposal: MergeProposal) =>
      (merge.isPending && isAbout(proposal, merge.variables.personIds)) ||
      (keepApart.isPending && isAbout(proposal, [keepApart.variables.personId])),
    confirm: (proposal: MergeProposal) => merge.mutate({ personIds: peopleOf(proposal).map(({ id }) => id) }),
    reject: (proposal: MergeProposal, personId: number) =>
      keepApart.mutate({
        personId,
        fromIds: peopleOf(proposal).flatMap(({ id }) => (id === personId ? [] : [id])),
      }),
  }
}

function peopleOf({ keep, others }: MergeProposal) {
  return [keep, ...others.map(({ person }) => person)]
}

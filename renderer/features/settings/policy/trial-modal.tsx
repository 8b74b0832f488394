import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { PolicyChange } from '../../../../shared/domain/compare-policies.ts'
import type { PolicyDocument } from '../../../../shared/domain/policy.ts'
import { orpc } from '../../../app/client.ts'
import { AskForApproval } from '../../../ui/ask-for-approval.tsx'
import { approvalNeeded, errorSentence } from '../../../ui/error-sentence.ts'
import { notifyDone } from '../../../ui/notify.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { PolicyChanges } from './policy-changes.tsx'
import { PolicyReplay } from './policy-replay.tsx'

/** What a policy would change, and would have meant last month, before it is put in force. */
export function TrialModal({
  document,
  changes,
  basedOn,
  onClose,
}: {
  document: PolicyDocument
  changes: readonly PolicyChange[]
  basedOn: number
  onClose: () => void
}) {
  const trial = useQuery(orpc.policy.try.queryOptions({ input: { document }, staleTime: 0 }))
  const adopt = useMutation(
    orpc.policy.adopt.mutationOptions({
      onSuccess: ({ version, document: { name } }) => {
        notifyDone(t`${name} is in force, as version ${version}.`)
        onClose()
      },
    }),
  )
  const needed = approvalNeeded(adopt.error)
  return (
    <Modal
      opened
      size="lg"
      title={t`What changes`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      onClose={onClose}
    >
      <QueryView query={trial} what={t`what changes`}>
        {({ replay, whyNot }) => (
          <Stack gap="md">
            <PolicyChanges changes={changes} />
            <PolicyReplay replay={replay} />
            {whyNot !== null && (
              <Alert color="red" role="alert">
                {whyNot}
              </Alert>
            )}
            {/* here and not in a notice: nobody reaches one by keys from within a dialog */}
            {adopt.error !== null && (
              <Alert color="red" role="alert" title={t`The policy was not adopted`}>
                {errorSentence(adopt.error)}
                {needed !== null && <AskForApproval capability={needed} />}
              </Alert>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                <Trans>Not yet</Trans>
              </Button>
              <Button
                disabled={whyNot !== null}
                loading={adopt.isPending}
                onClick={() => adopt.mutate({ document, basedOn })}
              >
                <Trans>Adopt this policy</Trans>
              </Button>
            </Group>
          </Stack>
        )}
      </QueryView>
    </Modal>
  )
}

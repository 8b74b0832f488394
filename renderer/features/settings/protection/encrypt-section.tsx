import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { NewWayIn } from './new-way-in.tsx'
import { RecoveryKey } from './recovery-key.tsx'

/** Encrypts the workspace, for the first time or with a new key: what opens it, then the recovery key, then the work itself. */
export function EncryptForm({ hasKeychain, action }: { hasKeychain: boolean; action: string }) {
  const [lastGroup, setLastGroup] = useState('')
  const queryClient = useQueryClient()
  const prepare = useMutation(
    orpc.protection.prepare.mutationOptions({
      onError: (error) => notifyFailed(t`No keys were made`, error),
    }),
  )
  const start = useMutation(
    orpc.protection.start.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.protection.status.key() }),
      onError: (error) => notifyFailed(t`Nothing was encrypted`, error),
    }),
  )
  const close = () => {
    setLastGroup('')
    prepare.reset()
  }
  return (
    <>
      <NewWayIn
        hasKeychain={hasKeychain}
        asksForCurrent={false}
        action={action}
        isPending={prepare.isPending}
        onChosen={(way) => prepare.mutate({ way })}
      />
      <Modal
        opened={prepare.data !== undefined}
        onClose={close}
        title={t`Recovery key`}
        size="lg"
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        {prepare.data && (
          <Stack>
            <RecoveryKey recoveryKey={prepare.data.recoveryKey} />
            <TextInput
              label={t`Type its last group, from what you kept`}
              w={280}
              autoComplete="off"
              value={lastGroup}
              onChange={(event) => setLastGroup(event.currentTarget.value)}
            />
            <Group>
              <Button
                disabled={lastGroup.trim().length !== 4}
                loading={start.isPending}
                onClick={() => start.mutate({ lastGroup })}
              >
                <Trans>Encrypt now</Trans>
              </Button>
              <Button variant="default" onClick={close}>
                <Trans>Not now</Trans>
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Modal, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { errorSentence } from '../../ui/error-sentence.ts'
import { notifyDone } from '../../ui/notify.tsx'
import { orpc } from '../client.ts'
import { isPassphraseReady, nothingTyped, PassphraseFields } from './passphrase-fields.tsx'

/** Asks for the passphrase of now and another one, for the profile one is in. */
export function OwnPassphrase({ hasPassphrase, onClose }: { hasPassphrase: boolean; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [old, setOld] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const change = useMutation(
    orpc.profiles.setPassphrase.mutationOptions({
      onSuccess: () => {
        notifyDone(t`Your passphrase is another one now.`)
        void queryClient.invalidateQueries({ queryKey: orpc.profiles.key() })
        onClose()
      },
    }),
  )
  const isReady = isPassphraseReady(typed) && (!hasPassphrase || old !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) change.mutate({ old, passphrase: typed.first })
  }
  return (
    <Modal
      opened
      title={hasPassphrase ? t`Change your passphrase` : t`Give your profile a passphrase`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {hasPassphrase && (
            <PasswordInput
              data-autofocus
              label={t`Passphrase of now`}
              autoComplete="current-password"
              value={old}
              onChange={(event) => setOld(event.currentTarget.value)}
            />
          )}
          <PassphraseFields value={typed} onChange={setTyped} />
          {change.isError && (
            <Alert color="red" role="alert">
              {errorSentence(change.error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" disabled={!isReady} loading={change.isPending}>
              <Trans>Set it</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

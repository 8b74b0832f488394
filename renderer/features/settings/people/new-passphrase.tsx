import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { ProfileView } from '../../../../shared/contract/profiles.ts'
import { orpc } from '../../../app/client.ts'
import { isPassphraseReady, nothingTyped, PassphraseFields } from '../../../app/profile/passphrase-fields.tsx'
import { errorSentence } from '../../../ui/error-sentence.ts'

interface NewPassphraseProps {
  profile: ProfileView
  /** Whether the policy lets a profile have none. */
  canHaveNone: boolean
  onClose: () => void
  onDone: () => void
}

/** Gives somebody another passphrase, or none. */
export function NewPassphrase({ profile, canHaveNone, onClose, onDone }: NewPassphraseProps) {
  const { id, name, hasPassphrase } = profile
  const [typed, setTyped] = useState(nothingTyped)
  const reset = useMutation(
    orpc.profiles.resetPassphrase.mutationOptions({
      onSuccess: () => {
        onDone()
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPassphraseReady(typed)) reset.mutate({ id, passphrase: typed.first })
  }
  return (
    <Modal
      opened
      title={t`A new passphrase for ${name}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">
            <Trans>
              Wherever {name} is in, they leave, and enter again with the new one. The log tells that it was
              set, and by whom.
            </Trans>
          </Text>
          <PassphraseFields value={typed} onChange={setTyped} />
          {reset.isError && (
            <Alert color="red" role="alert">
              {errorSentence(reset.error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            {canHaveNone && hasPassphrase && (
              <Button
                variant="subtle"
                color="red"
                disabled={reset.isPending}
                onClick={() => reset.mutate({ id, passphrase: null })}
              >
                <Trans>Take it away</Trans>
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" disabled={!isPassphraseReady(typed)} loading={reset.isPending}>
              <Trans>Set it</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

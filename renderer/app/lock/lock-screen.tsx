import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, PasswordInput, Text, Title } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { errorCode, errorSentence } from '../../ui/error-sentence.ts'
import { BackToNow } from '../back-to-now.tsx'
import { orpc } from '../client.ts'
import classes from './lock.module.css'

/** In a browser the door has a page for a workspace that turns out to be damaged, once it could look. */
const hasPageOfDamage = globalThis.debriefBridge === undefined

/** Asks for the passphrase of an encrypted workspace, and nothing else until it is opened. */
export function LockScreen({ by }: { by: 'passphrase' | 'keychain' | null }) {
  const [text, setText] = useState('')
  const shown = useQuery(orpc.backups.shown.queryOptions())
  const unlock = useMutation(
    orpc.protection.unlock.mutationOptions({
      onSuccess: () => window.location.reload(),
      onError: (error) => {
        if (errorCode(error) === 'WORKSPACE_DAMAGED' && hasPageOfDamage && !shown.data?.canReturn)
          window.location.reload()
      },
    }),
  )
  const label = by === 'keychain' ? t`Recovery key` : t`Passphrase or recovery key`
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text !== '') unlock.mutate({ text })
  }
  return (
    <main className={classes.screen}>
      <form className={classes.card} onSubmit={submit}>
        <IconLock size={32} stroke={1.6} aria-hidden />
        <Title order={1} size="h2">
          <Trans>This workspace is encrypted</Trans>
        </Title>
        <Text c="dimmed" size="sm">
          {by === 'keychain'
            ? t`The keychain of the computer it was made on opens it. Here its recovery key does.`
            : t`Its passphrase opens it on this computer until Debrief is closed.`}
        </Text>
        <PasswordInput
          label={label}
          autoComplete="off"
          data-autofocus
          autoFocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {unlock.isError && (
          <Alert color="red" role="alert">
            {errorSentence(unlock.error)}
          </Alert>
        )}
        <Button
          type="submit"
          leftSection={<IconLockOpen size={16} aria-hidden />}
          loading={unlock.isPending || unlock.isSuccess}
          disabled={text === ''}
        >
          <Trans>Open it</Trans>
        </Button>
        <BackToNow />
      </form>
    </main>
  )
}

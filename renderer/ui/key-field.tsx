import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Code, Group, PasswordInput, Text } from '@mantine/core'
import { useState } from 'react'

interface KeyFieldProps {
  isThere: boolean
  keptIn: 'keychain' | 'environment'
  /** The variable of the environment that gives it where there is no keychain. */
  variable: string
  isPending: boolean
  /** Null forgets it. */
  onKeep(key: string | null): void
}

/** The key a server may want: kept in the system's keychain by the desktop app, else given by the environment. It is never shown. */
export function KeyField({ isThere, keptIn, variable, isPending, onKeep }: KeyFieldProps) {
  const [written, setWritten] = useState('')
  const keep = () => {
    onKeep(written)
    setWritten('')
  }
  if (keptIn === 'environment')
    return (
      <Text size="sm" c="dimmed">
        <Trans>
          Key: {isThere ? t`taken from ` : t`none; where the server wants one, set `}
          <Code>{variable}</Code>
          {isThere ? '.' : t` before Debrief is started.`}
        </Trans>
      </Text>
    )
  return (
    <Group gap="xs" align="flex-end">
      <PasswordInput
        size="sm"
        w={300}
        label={t`Key`}
        placeholder={isThere ? t`Kept in the keychain` : t`None`}
        autoComplete="off"
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && written !== '' && keep()}
      />
      <Button variant="default" disabled={written === ''} loading={isPending} onClick={keep}>
        <Trans>Keep it</Trans>
      </Button>
      {isThere && (
        <Button variant="subtle" color="gray" onClick={() => onKeep(null)}>
          <Trans>Forget it</Trans>
        </Button>
      )}
    </Group>
  )
}

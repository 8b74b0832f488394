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
        Key: {isThere ? 'taken from ' : 'none; where the server wants one, set '}
        <Code>{variable}</Code>
        {isThere ? '.' : ' before Debrief is started.'}
      </Text>
    )
  return (
    <Group gap="xs" align="flex-end">
      <PasswordInput
        size="sm"
        w={300}
        label="Key"
        placeholder={isThere ? 'Kept in the keychain' : 'None'}
        autoComplete="off"
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && written !== '' && keep()}
      />
      <Button variant="default" disabled={written === ''} loading={isPending} onClick={keep}>
        Keep it
      </Button>
      {isThere && (
        <Button variant="subtle" color="gray" onClick={() => onKeep(null)}>
          Forget it
        </Button>
      )}
    </Group>
  )
}

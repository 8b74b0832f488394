import { t } from '@lingui/core/macro'
import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'

interface WithPassphraseProps {
  action: string
  color?: string
  isPending: boolean
  onGiven(text: string): void
}

/** Asks once more for what opens the workspace before something is done. */
export function WithPassphrase({ action, color, isPending, onGiven }: WithPassphraseProps) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text !== '') onGiven(text)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={440}>
        <PasswordInput
          label={t`Passphrase or recovery key`}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group>
          <Button
            type="submit"
            variant="default"
            disabled={text === ''}
            loading={isPending}
            {...(color && { color, variant: 'filled' })}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, PasswordInput } from '@mantine/core'
import { IconLockOpen } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'

/** Asks for what opens another workspace that is encrypted. */
export function KeyQuestion({ isLooking, onGiven }: { isLooking: boolean; onGiven(text: string): void }) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text !== '') onGiven(text)
  }
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" mt="xs">
        <PasswordInput
          label={t`Passphrase or recovery key of that workspace`}
          description={t`It is kept nowhere; that workspace stays as it is.`}
          autoComplete="off"
          style={{ flex: 1 }}
          maw={420}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="sm"
          variant="default"
          leftSection={<IconLockOpen size={16} aria-hidden />}
          loading={isLooking}
          disabled={text === ''}
        >
          <Trans>Look into it</Trans>
        </Button>
      </Group>
    </form>
  )
}

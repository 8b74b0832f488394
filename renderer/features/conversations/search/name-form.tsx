import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { errorSentence } from '../../../ui/error-sentence.ts'

interface NameFormProps {
  first: string
  label: string
  error: unknown
  isBusy: boolean
  onName(name: string): void
}

/** The name of a saved search; says why one is refused. */
export function NameForm({ first, label, error, isBusy, onName }: NameFormProps) {
  const [name, setName] = useState(first)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" w={260}>
        <TextInput
          label={label}
          value={name}
          maxLength={80}
          data-autofocus
          // the name is a suggestion: typing takes its place
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {error !== null && (
          <Text size="sm" c="var(--state-must)" role="alert">
            {errorSentence(error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button type="submit" size="xs" loading={isBusy} disabled={name.trim() === ''}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, PasswordInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { strengthOf } from './strength.ts'

type By = 'passphrase' | 'keychain'
export type WayIn = { by: 'passphrase'; passphrase: string } | { by: 'keychain' }

interface NewWayInProps {
  hasKeychain: boolean
  /** Whether the passphrase or recovery key of now has to be given, too. */
  asksForCurrent: boolean
  action: string
  isPending: boolean
  onChosen(way: WayIn, current: string): void
}

/** What shall open the workspace: a passphrase, typed twice, or the keychain of this computer. */
export function NewWayIn({ hasKeychain, asksForCurrent, action, isPending, onChosen }: NewWayInProps) {
  const [by, setBy] = useState<By>('passphrase')
  const [current, setCurrent] = useState('')
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const strength = strengthOf(first)
  const isSame = first === second
  const isReady = (!asksForCurrent || current !== '') && (by === 'keychain' || (strength.isEnough && isSame))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) onChosen(by === 'keychain' ? { by } : { by, passphrase: first }, current)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={440}>
        {asksForCurrent && (
          <PasswordInput
            label={t`Passphrase or recovery key of now`}
            autoComplete="off"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        {hasKeychain && (
          <SegmentedControl
            aria-label={t`What opens the workspace`}
            value={by}
            onChange={(value) => setBy(value === 'keychain' ? 'keychain' : 'passphrase')}
            data={[
              { value: 'passphrase', label: t`Passphrase` },
              { value: 'keychain', label: t`Keychain of this computer` },
            ]}
          />
        )}
        {by === 'passphrase' ? (
          <>
            <PasswordInput
              label={t`New passphrase`}
              description={strength.words}
              autoComplete="new-password"
              value={first}
              onChange={(event) => setFirst(event.currentTarget.value)}
            />
            <PasswordInput
              label={t`The same once more`}
              autoComplete="new-password"
              error={second !== '' && !isSame ? t`The two are not the same.` : null}
              value={second}
              onChange={(event) => setSecond(event.currentTarget.value)}
            />
          </>
        ) : (
          <Text size="sm" c="dimmed">
            <Trans>
              Whoever is signed in to this computer as you opens the workspace without being asked. Elsewhere
              the recovery key opens it.
            </Trans>
          </Text>
        )}
        <Group>
          <Button type="submit" disabled={!isReady} loading={isPending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, PasswordInput, Select, Text, Title } from '@mantine/core'
import { IconLogin2, IconUserCircle } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { WhoIsHere } from '../../../shared/contract/profiles.ts'
import { errorSentence } from '../../ui/error-sentence.ts'
import { orpc } from '../client.ts'
import classes from '../lock/lock.module.css'
import { roleLabels } from './role-labels.ts'

interface WhoScreenProps {
  /** Whose page waits underneath; null where there is none. */
  left: WhoIsHere['profile']
  onEntered: (here: WhoIsHere) => void
}

/** Asks who is there in a workspace with profiles, and nothing else until somebody has entered one. */
export function WhoScreen({ left, onEntered }: WhoScreenProps) {
  const profiles = useQuery(orpc.profiles.list.queryOptions())
  const [id, setId] = useState<string | null>(left ? String(left.id) : null)
  const [passphrase, setPassphrase] = useState('')
  const enter = useMutation(orpc.profiles.enter.mutationOptions({ onSuccess: onEntered }))
  const chosen = profiles.data?.find((profile) => String(profile.id) === id)
  const hasPassphrase = chosen?.hasPassphrase ?? false
  const passphraseField = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isOver = left !== null
  const name = left?.name ?? ''
  useEffect(() => {
    // whoever comes back is known: only their passphrase is missing
    if (isOver && chosen) (hasPassphrase ? passphraseField : button).current?.focus()
  }, [isOver, chosen, hasPassphrase])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) enter.mutate({ id: chosen.id, passphrase })
  }
  const Landmark = isOver ? 'div' : 'main'
  return (
    <Landmark className={classes.screen}>
      <form className={classes.card} onSubmit={submit}>
        <IconUserCircle size={32} stroke={1.6} aria-hidden />
        <Title order={1} size="h2">
          <Trans>Who are you?</Trans>
        </Title>
        <Text c="dimmed" size="sm">
          {isOver
            ? t`${name} has left. As ${name} you go on where you stopped, with what was typed; anybody else begins with a page of their own.`
            : t`Everybody here sees what is theirs to see. What you do is kept under your name.`}
        </Text>
        <Select
          label={t`Your profile`}
          placeholder={t`Find your name`}
          searchable
          autoFocus={!isOver}
          nothingFoundMessage={t`Nobody by that name`}
          // beside the field: elsewhere in the page it would be under what covers it
          comboboxProps={{ withinPortal: false }}
          data={(profiles.data ?? []).map((profile) => ({
            value: String(profile.id),
            label: `${profile.name} · ${roleLabels[profile.role]}`,
          }))}
          value={id}
          onChange={(value) => {
            setId(value)
            setPassphrase('')
            enter.reset()
          }}
        />
        {hasPassphrase && (
          <PasswordInput
            ref={passphraseField}
            label={t`Passphrase`}
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        )}
        {enter.isError && (
          <Alert color="red" role="alert">
            {errorSentence(enter.error)}
          </Alert>
        )}
        <Button
          ref={button}
          type="submit"
          leftSection={<IconLogin2 size={16} aria-hidden />}
          loading={enter.isPending || enter.isSuccess}
          disabled={!chosen || (hasPassphrase && passphrase === '')}
        >
          <Trans context="into a profile">Enter</Trans>
        </Button>
      </form>
    </Landmark>
  )
}

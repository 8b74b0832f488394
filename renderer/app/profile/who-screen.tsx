import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, PasswordInput, Select, Text, Title } from '@mantine/core'
import { IconLogin2, IconUserCircle } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { errorSentence } from '../../ui/error-sentence.ts'
import { orpc } from '../client.ts'
import classes from '../lock/lock.module.css'
import { firstView } from './may-see.ts'
import { roleLabels } from './role-labels.ts'

/** Loads the page anew at a view. */
function beginAt(view: string): void {
  window.location.hash = `#${view}`
  window.location.reload()
}

/** Asks who is there in a workspace with profiles, and nothing else until somebody has entered one. */
export function WhoScreen() {
  const profiles = useQuery(orpc.profiles.list.queryOptions())
  const [id, setId] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const enter = useMutation(
    orpc.profiles.enter.mutationOptions({
      // nothing that somebody else has seen may stay in the page
      onSuccess: ({ may }) => beginAt(firstView(may)),
    }),
  )
  const chosen = profiles.data?.find((profile) => String(profile.id) === id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) enter.mutate({ id: chosen.id, passphrase })
  }
  return (
    <main className={classes.screen}>
      <form className={classes.card} onSubmit={submit}>
        <IconUserCircle size={32} stroke={1.6} aria-hidden />
        <Title order={1} size="h2">
          <Trans>Who are you?</Trans>
        </Title>
        <Text c="dimmed" size="sm">
          <Trans>Everybody here sees what is theirs to see. What you do is kept under your name.</Trans>
        </Text>
        <Select
          label={t`Your profile`}
          placeholder={t`Find your name`}
          searchable
          autoFocus
          nothingFoundMessage={t`Nobody by that name`}
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
        {chosen?.hasPassphrase && (
          <PasswordInput
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
          type="submit"
          leftSection={<IconLogin2 size={16} aria-hidden />}
          loading={enter.isPending || enter.isSuccess}
          disabled={!chosen || (chosen.hasPassphrase && passphrase === '')}
        >
          <Trans context="into a profile">Enter</Trans>
        </Button>
      </form>
    </main>
  )
}

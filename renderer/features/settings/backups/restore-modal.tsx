import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, List, Modal, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Backup, BackupDifference, BackupPreview } from '../../../../shared/contract/backups.ts'
import { orpc } from '../../../app/client.ts'
import { errorCode, errorSentence } from '../../../ui/error-sentence.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Failure, Loading } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'

/** What a restore would take away, change and bring back, and the restore itself. */
export function RestoreModal({ backup: { id, at }, onClose }: { backup: Backup; onClose: () => void }) {
  const [text, setText] = useState<string | undefined>()
  const input = text === undefined ? { id } : { id, text }
  const preview = useQuery(
    orpc.backups.preview.queryOptions({
      input,
      staleTime: 0,
      retry: false,
      placeholderData: keepPreviousData,
    }),
  )
  const isKeyAsked = ['KEY_NEEDED', 'KEY_WRONG'].includes(errorCode(preview.error) ?? '')
  return (
    <Modal
      opened
      size="lg"
      title={
        <Trans>
          Restore the backup of <Instant at={at} />
        </Trans>
      }
      closeButtonProps={{ 'aria-label': t`Close` }}
      onClose={onClose}
    >
      {isKeyAsked ? (
        <KeyOfThen error={preview.error} hasTried={text !== undefined} onGiven={setText} />
      ) : preview.isError ? (
        <Failure
          error={preview.error}
          what={t`what a restore would change`}
          onRetry={() => void preview.refetch()}
        />
      ) : preview.data ? (
        <Confirm preview={preview.data} input={input} onClose={onClose} />
      ) : (
        <Loading label={t`what a restore would change`} />
      )}
    </Modal>
  )
}

function KeyOfThen({
  error,
  hasTried,
  onGiven,
}: {
  error: unknown
  hasTried: boolean
  onGiven: (text: string) => void
}) {
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed !== '') onGiven(typed)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            This backup is encrypted with a key of before. Give the passphrase or the recovery key that opened
            the workspace when it was made.
          </Trans>
        </Text>
        <PasswordInput
          label={t`Passphrase or recovery key of then`}
          autoComplete="off"
          data-autofocus
          value={typed}
          error={hasTried ? errorSentence(error) : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={typed === ''}>
            <Trans>Look into it</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Confirm({
  preview,
  input,
  onClose,
}: {
  preview: BackupPreview
  input: { id: string; text?: string }
  onClose: () => void
}) {
  const queryClient = useQueryClient()
  const restore = useMutation(
    orpc.backups.restore.mutationOptions({
      async onSuccess({ before }) {
        // an encrypted workspace is closed for it: the gate shows how far it is, and loads the page anew
        if (before === null) return queryClient.invalidateQueries({ queryKey: orpc.protection.status.key() })
        window.location.reload()
      },
    }),
  )
  return (
    <Stack gap="md">
      <Differences preview={preview} />
      <Text size="sm">
        <Trans>
          How it stands now is kept as a backup first: restoring that takes this back. Everybody leaves their
          profile.
        </Trans>
      </Text>
      {preview.isEncrypted && (
        <Text size="sm">
          <Trans>
            The workspace stays encrypted with the key it has now: what opens it today opens it afterwards,
            whatever opened the backup.
          </Trans>
        </Text>
      )}
      {!preview.isEncrypted && preview.wasEncrypted && (
        <Text size="sm">
          <Trans>
            The backup is encrypted and the workspace is not: what is restored will not be either.
          </Trans>
        </Text>
      )}
      {restore.isError && (
        <Alert color="red" role="alert" title={t`Nothing was restored`}>
          {errorSentence(restore.error)}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          <Trans>Not yet</Trans>
        </Button>
        <Button
          color="red"
          leftSection={<IconRestore size={16} aria-hidden />}
          loading={restore.isPending || restore.isSuccess}
          onClick={() => restore.mutate(input)}
        >
          <Trans>Restore it</Trans>
        </Button>
      </Group>
    </Stack>
  )
}

function Differences({ preview: { differences, entriesSince } }: { preview: BackupPreview }) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {plural(entriesSince, {
          one: '# entry of the log since then.',
          other: '# entries of the log since then.',
        })}
      </Text>
      {differences.length === 0 && (
        <Text>
          <Trans>You would lose nothing: it holds what the workspace holds.</Trans>
        </Text>
      )}
      <Part title={t`You would lose`} differences={differences} count="lost" names="lostNames" />
      <Part
        title={t`As they were then again`}
        differences={differences}
        count="changed"
        names="changedNames"
      />
      <Part title={t`You would get back`} differences={differences} count="regained" names="regainedNames" />
    </>
  )
}

function Part({
  title,
  differences,
  count,
  names,
}: {
  title: string
  differences: readonly BackupDifference[]
  count: 'lost' | 'changed' | 'regained'
  names: 'lostNames' | 'changedNames' | 'regainedNames'
}) {
  const lines = differences.filter((one) => one[count] > 0)
  if (lines.length === 0) return null
  return (
    <div>
      <Title order={3} size="h4">
        {title}
      </Title>
      <List size="sm">
        {lines.map((one) => (
          <List.Item key={one.many}>
            {formatNumber(one[count])} {one[count] === 1 ? one.one : one.many}
            {one[names].length > 0 && (
              <Text span c="dimmed">
                {' '}
                ({one[names].join(', ')}
                {one[count] > one[names].length && ', …'})
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </div>
  )
}

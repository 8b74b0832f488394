import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Code, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { BackupList } from '../../../../shared/contract/backups.ts'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'

interface PlaceProps {
  list: BackupList
  takesPaths: boolean
  isReadOnly: boolean
}

/** Whether Debrief makes backups by itself, and where they go. */
export function PlaceSection({ list, takesPaths, isReadOnly }: PlaceProps) {
  const queryClient = useQueryClient()
  const turn = useMutation(
    orpc.backups.setSettings.mutationOptions({
      onSuccess: (next) => queryClient.setQueryData(orpc.backups.list.queryKey(), next),
      onError: (error) => notifyFailed(t`Nothing was changed`, error),
    }),
  )
  return (
    <Section title={t`By itself`} note={t`kept: seven days and four weeks`}>
      <Stack gap="md" maw={720}>
        <Switch
          label={t`Make a backup each day on which something changed`}
          description={t`While Debrief is open. Recordings are not in it; what was heard, written and scored of them is.`}
          checked={list.isOn}
          disabled={isReadOnly || turn.isPending}
          onChange={(event) => turn.mutate({ isOn: event.currentTarget.checked })}
        />
        <Text size="sm" component="div">
          <Trans>
            They lie in <Code style={{ overflowWrap: 'anywhere' }}>{list.folder}</Code>
          </Trans>
        </Text>
        {list.isBesideWorkspace && (
          <Alert color="amber" title={t`That is no second place`}>
            <Trans>They lie on the same disk as the workspace. When it fails, both are gone.</Trans>
          </Alert>
        )}
        {list.goesBefore !== null && (
          <Text size="sm" c="dimmed">
            <Trans>Older ones hold what was deleted for good; they go with the next backup.</Trans>
          </Text>
        )}
        {!isReadOnly && (takesPaths ? <Elsewhere list={list} /> : <InTerminal />)}
      </Stack>
    </Section>
  )
}

function InTerminal() {
  return (
    <Text size="sm" c="dimmed">
      <Trans>
        A page in a browser names no folders: <Code>debrief backup folder DIR</Code> sends them elsewhere.
      </Trans>
    </Text>
  )
}

function Elsewhere({ list }: { list: BackupList }) {
  const queryClient = useQueryClient()
  const [folder, setFolder] = useState('')
  const send = useMutation(
    orpc.backups.setSettings.mutationOptions({
      onSuccess: (next) => {
        queryClient.setQueryData(orpc.backups.list.queryKey(), next)
        setFolder('')
        notifyDone(t`Backups go there from now on. Those made before stay where they are.`)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (folder.trim() !== '') send.mutate({ folder: folder.trim() })
  }
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={t`Send them elsewhere`}
          description={t`The whole path of a folder, best on another disk.`}
          value={folder}
          error={send.isError ? errorSentence(send.error) : undefined}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          size="sm"
          disabled={folder.trim() === ''}
          loading={send.isPending}
        >
          <Trans>Send them there</Trans>
        </Button>
        {!list.isBesideWorkspace && (
          <Button variant="default" size="sm" onClick={() => send.mutate({ folder: null })}>
            <Trans>Back beside the workspace</Trans>
          </Button>
        )}
      </Group>
    </form>
  )
}

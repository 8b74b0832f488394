import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { ForgetPreview, ForgetSubject } from '../../shared/contract/privacy.ts'
import { orpc } from '../app/client.ts'
import { notifyDone, notifyFailed } from '../ui/notify.tsx'
import { Failure, Loading } from '../ui/states.tsx'
import { deletedWords } from './deleted-words.ts'

/** What a deletion would take away of somebody, and the deletion itself. */
export function ForgetModal({
  subject,
  onClose,
  onDone,
}: {
  subject: ForgetSubject
  onClose: () => void
  onDone: () => void
}) {
  const forget = useMutation(
    orpc.privacy.forget.mutationOptions({
      onSuccess: () => {
        notifyDone(t`Deleted for good; the proof is under Privacy.`)
        onDone()
      },
      onError: (error) => void notifyFailed(t`Nothing was deleted`, error),
    }),
  )
  const preview = useQuery(
    orpc.privacy.preview.queryOptions({
      input: { subject },
      staleTime: 0,
      retry: false,
      // what is being deleted cannot be asked about any more
      enabled: forget.isIdle || forget.isError,
    }),
  )
  return (
    <Modal
      opened
      size="lg"
      title={t`Delete for good`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      onClose={onClose}
    >
      {preview.isError ? (
        <Failure
          error={preview.error}
          what={t`what would be deleted`}
          onRetry={() => void preview.refetch()}
        />
      ) : preview.data ? (
        <Confirm
          preview={preview.data}
          subject={subject}
          isDeleting={forget.isPending}
          onClose={onClose}
          onConfirm={(why) => forget.mutate({ subject, why })}
        />
      ) : (
        <Loading label={t`what would be deleted`} />
      )}
    </Modal>
  )
}

function Confirm({
  preview,
  subject,
  isDeleting,
  onClose,
  onConfirm,
}: {
  preview: ForgetPreview
  subject: ForgetSubject
  isDeleting: boolean
  onClose: () => void
  onConfirm: (why: string) => void
}) {
  const [why, setWhy] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onConfirm(why.trim())
  }
  const held = preview.heldBack.reduce((sum, { count }) => sum + count, 0)
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>
          <Trans>This goes for good, and does not come back with a later export, a merge or a restore:</Trans>
        </Text>
        <List size="sm">
          {deletedWords(preview.counts).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {'personId' in subject
            ? t`What was measured stays without a name, so that the figures of queues and of everybody remain what they were.`
            : t`What was measured and scored stays, so that the figures of agents remain what they were.`}
        </Text>
        {held > 0 && (
          <Alert color="yellow" title={t`A legal hold keeps a part`}>
            {plural(held, {
              one: '# record stays until the hold is lifted.',
              other: '# records stay until the hold is lifted.',
            })}
          </Alert>
        )}
        {preview.soundFilesElsewhere > 0 && (
          <Text size="sm">
            {plural(preview.soundFilesElsewhere, {
              one: '# sound file lies outside of Debrief: delete it there, too.',
              other: '# sound files lie outside of Debrief: delete them there, too.',
            })}
          </Text>
        )}
        {preview.sharedSessions > 0 && (
          <Text size="sm">
            {plural(preview.sharedSessions, {
              one: 'In # session with others the notes may name this person: look through it.',
              other: 'In # sessions with others the notes may name this person: look through them.',
            })}
          </Text>
        )}
        {preview.backups > 0 && (
          <Text size="sm">
            {plural(preview.backups, {
              one: '# backup holds it until the next one is made; then it goes.',
              other: '# backups hold it until the next one is made; then they go.',
            })}
          </Text>
        )}
        <TextInput
          label={t`Why`}
          description={t`Stands in the proof. Name the request, not the person.`}
          required
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            <Trans>Keep it</Trans>
          </Button>
          <Button
            type="submit"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            loading={isDeleting}
            disabled={why.trim() === ''}
          >
            <Trans>Delete for good</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Scorecard } from '../../../../shared/contract/scorecards.ts'
import type { VersionChange } from '../../../../shared/domain/scorecard/compare-versions.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { ChangeList } from './change-list.tsx'

interface PublishDialogProps {
  scorecard: Scorecard
  changes: readonly VersionChange[] | null
  /** Saves what is not saved yet; gives the revision on record. */
  onRevision(): Promise<number>
  onClose(): void
}

/** Asks once more before a draft becomes the version everybody scores on. */
export function PublishDialog({ scorecard, changes, onRevision, onClose }: PublishDialogProps) {
  const queryClient = useQueryClient()
  const publishing = useMutation(orpc.scorecards.publish.mutationOptions())
  const [note, setNote] = useState('')
  const publish = async () => {
    try {
      const revision = await onRevision()
      const published = await publishing.mutateAsync({ id: scorecard.id, revision, note })
      queryClient.setQueryData(orpc.scorecards.get.queryKey({ input: { id: scorecard.id } }), published)
      notifyDone(t`Version ${published.versions[0]?.version ?? ''} is published.`)
    } catch (error) {
      notifyFailed(t`The draft was not published`, error)
    }
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Publish the draft?`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size="lg"
    >
      <Stack>
        <Text size="sm">
          <Trans>
            From now on reviews are made on it. Those that are open stay on the version they were opened on,
            and what was submitted keeps its score. A published version does not change any more.
          </Trans>
        </Text>
        {changes !== null && <ChangeList changes={changes} />}
        <Textarea
          label={t`Why`}
          description={t`For whoever compares versions later.`}
          data-autofocus
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Not yet</Trans>
          </Button>
          <Button loading={publishing.isPending} onClick={() => void publish()}>
            <Trans>Publish</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

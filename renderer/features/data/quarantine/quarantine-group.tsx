import { Button, Checkbox, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconRefresh, IconTableOptions, IconX } from '@tabler/icons-react'
import { isDefinedError } from '@orpc/client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { countOf } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { fileName } from '../words.ts'
import type { QuarantineGroup } from './group-quarantine.ts'
import { QuarantinedRows } from './quarantined-rows.tsx'
import { RemapAndRetry } from './remap-and-retry.tsx'
import { retrySentence } from './retry-sentence.ts'

/** One reason in one import: the rows with the cell at fault marked, and the ways out. */
export function QuarantineGroupCard({ group }: { group: QuarantineGroup }) {
  const [chosen, setChosen] = useState<number[]>([])
  const [isRemapping, setRemapping] = useState(false)
  const retry = useMutation(
    orpc.imports.retry.mutationOptions({
      onSuccess: ({ rows }) => notifyDone(retrySentence(rows.added + rows.updated, rows.quarantined)),
      onError: (error) => {
        // The file was uploaded or has moved: ask for it.
        if (isDefinedError(error) && error.code === 'NOT_FOUND') setRemapping(true)
        else notifyFailed('The file could not be read again', error)
      },
    }),
  )
  const dismiss = useMutation(
    orpc.imports.dismiss.mutationOptions({
      onSuccess: ({ dismissed }) => {
        setChosen([])
        notifyDone(`${countOf(dismissed, 'row')} dismissed.`)
      },
      onError: (error) => notifyFailed('The rows could not be dismissed', error),
    }),
  )
  const ids = group.rows.map(({ id }) => id)
  const toDismiss = chosen.length > 0 ? chosen : ids
  const askToDismiss = () =>
    modals.openConfirmModal({
      title: `Dismiss ${countOf(toDismiss.length, 'row')}?`,
      closeButtonProps: { 'aria-label': 'Close' },
      labels: { confirm: 'Dismiss', cancel: 'Keep' },
      confirmProps: { size: 'sm' },
      cancelProps: { size: 'sm' },
      children: (
        <Text size="sm">
          They leave the quarantine and enter no figure. This cannot be undone here; importing the file again
          brings them back.
        </Text>
      ),
      onConfirm: () => dismiss.mutate({ ids: toDismiss }),
    })
  return (
    <Section title={group.title} note={`${countOf(group.rows.length, 'row')} of ${fileName(group.file)}`}>
      <Group justify="space-between">
        {ids.length > 1 ? (
          <Checkbox
            size="xs"
            label={chosen.length === 0 ? 'Choose rows' : `${countOf(chosen.length, 'row')} chosen`}
            checked={chosen.length === ids.length}
            indeterminate={chosen.length > 0 && chosen.length < ids.length}
            onChange={() => setChosen(chosen.length === ids.length ? [] : ids)}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {group.rows[0]?.message}
          </Text>
        )}
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconTableOptions size={14} aria-hidden />}
            onClick={() => setRemapping(true)}
          >
            Change mapping and retry
          </Button>
          <Button
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={retry.isPending}
            onClick={() => retry.mutate({ importId: group.importId })}
          >
            Retry
          </Button>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconX size={14} aria-hidden />}
            loading={dismiss.isPending}
            onClick={askToDismiss}
          >
            Dismiss {chosen.length > 0 ? countOf(chosen.length, 'row') : ids.length > 1 ? 'all' : ''}
          </Button>
        </Group>
      </Group>
      <QuarantinedRows group={group} chosen={chosen} onChosen={setChosen} />
      {isRemapping && (
        <RemapAndRetry importId={group.importId} file={group.file} onClose={() => setRemapping(false)} />
      )}
    </Section>
  )
}

import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconRefresh, IconTableOptions, IconX } from '@tabler/icons-react'
import { isDefinedError } from '@orpc/client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
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
        else notifyFailed(t`The file could not be read again`, error)
      },
    }),
  )
  const dismiss = useMutation(
    orpc.imports.dismiss.mutationOptions({
      onSuccess: ({ dismissed }) => {
        setChosen([])
        notifyDone(t`${plural(dismissed, { one: '# row', other: '# rows' })} dismissed.`)
      },
      onError: (error) => notifyFailed(t`The rows could not be dismissed`, error),
    }),
  )
  const ids = group.rows.map(({ id }) => id)
  const toDismiss = chosen.length > 0 ? chosen : ids
  const askToDismiss = () =>
    modals.openConfirmModal({
      title: t`Dismiss ${plural(toDismiss.length, { one: '# row', other: '# rows' })}?`,
      closeButtonProps: { 'aria-label': t`Close` },
      labels: { confirm: t`Dismiss`, cancel: t`Cancel` },
      confirmProps: { size: 'sm' },
      cancelProps: { size: 'sm' },
      children: (
        <Text size="sm">
          <Trans>
            They leave the quarantine and enter no figure. This cannot be undone here; importing the file
            again brings them back.
          </Trans>
        </Text>
      ),
      onConfirm: () => dismiss.mutate({ ids: toDismiss }),
    })
  return (
    <Section
      title={group.title}
      note={t`${plural(group.rows.length, { one: '# row', other: '# rows' })} of ${fileName(group.file)}`}
    >
      <Group justify="space-between">
        {ids.length > 1 ? (
          <Checkbox
            size="xs"
            label={
              chosen.length === 0
                ? t`Choose rows`
                : t`${plural(chosen.length, { one: '# row', other: '# rows' })} chosen`
            }
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
            <Trans>Change mapping and retry</Trans>
          </Button>
          <Button
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={retry.isPending}
            onClick={() => retry.mutate({ importId: group.importId })}
          >
            <Trans>Retry</Trans>
          </Button>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconX size={14} aria-hidden />}
            loading={dismiss.isPending}
            onClick={askToDismiss}
          >
            <Trans>
              Dismiss{' '}
              {chosen.length > 0
                ? plural(chosen.length, { one: '# row', other: '# rows' })
                : ids.length > 1
                  ? t`all`
                  : ''}
            </Trans>
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

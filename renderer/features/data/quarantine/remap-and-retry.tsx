import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Loader, Modal, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FilePreview, FileReference, TablePreview } from '../../../../shared/contract/imports.ts'
import { client, orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { referenceOf } from '../import/file-references.ts'
import { MappingEditor } from '../mapping/mapping-editor.tsx'
import { fileName } from '../words.ts'
import { retrySentence } from './retry-sentence.ts'
import { errorSaying } from '../../../ui/error-sentence.ts'

interface RemapAndRetryProps {
  importId: number
  file: string
  onClose(): void
}

/**
 * Asks for the file again (Debrief keeps no copies of what was imported), opens its mapping, and reads the rows in quarantine once
 * more with what was changed.
 */
export function RemapAndRetry({ importId, file, onClose }: RemapAndRetryProps) {
  const input = useRef<HTMLInputElement>(null)
  const [sheet, setSheet] = useState<string | null>(null)
  const look = useMutation({
    mutationFn: async (reference: FileReference | File) => {
      const found =
        reference instanceof File ? await referenceOf(reference, AbortSignal.timeout(600_000)) : reference
      const [preview] = await client.imports.inspect({ files: [{ reference: found }] })
      if (!preview || preview.error !== null)
        throw errorSaying(preview?.error ?? t`The file could not be read.`)
      return preview
    },
  })
  const retry = useMutation(
    orpc.imports.retry.mutationOptions({
      onSuccess: ({ rows }) => {
        notifyDone(retrySentence(rows.added + rows.updated, rows.quarantined))
        onClose()
      },
      onError: (error) => notifyFailed(t`The file could not be read again`, error),
    }),
  )
  const preview = look.data
  const table = preview && tableOf(preview, sheet)
  if (preview && table) {
    return (
      <MappingEditor
        preview={preview}
        table={table}
        mapping={table.mapping}
        source={preview.source}
        doneLabel={t`Read these rows again`}
        onClose={onClose}
        onDone={(mapping) =>
          retry.mutate({ importId, reference: preview.reference, mappings: { [table.sheet ?? '']: mapping } })
        }
      />
    )
  }
  const choose = async () => {
    const bridge = globalThis.debriefBridge
    if (!bridge) return input.current?.click()
    const [path] = await bridge.chooseFiles()
    if (path !== undefined) look.mutate({ path })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Change mapping and retry`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <input
        ref={input}
        type="file"
        hidden
        data-testid="choose-again"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          if (chosen) look.mutate(chosen)
        }}
      />
      {preview ? (
        <>
          <Text size="sm" mb="sm">
            <Trans>{fileName(file)} has several sheets. Which one?</Trans>
          </Text>
          <Group gap="xs">
            {preview.tables.map((option) => (
              <Button key={option.sheet ?? ''} variant="default" onClick={() => setSheet(option.sheet ?? '')}>
                {option.sheet ?? t`the only table`}
              </Button>
            ))}
          </Group>
        </>
      ) : (
        <>
          <Text size="sm" mb="xs">
            <Trans>
              Debrief keeps no copies of your files. Choose {fileName(file)} once more; you then change how
              its columns are read, and the rows that now fit are taken.
            </Trans>
          </Text>
          {look.isError && (
            <Text size="sm" role="alert" mb="xs" style={{ color: 'var(--state-must)' }}>
              {look.error instanceof Error && !('data' in look.error)
                ? look.error.message
                : errorSentence(look.error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" size="sm" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              size="sm"
              onClick={() => void choose()}
              disabled={look.isPending}
              leftSection={look.isPending && <Loader size={14} aria-label={t`Reading`} />}
              data-autofocus
            >
              <Trans>Choose the file</Trans>
            </Button>
          </Group>
        </>
      )}
    </Modal>
  )
}

/** The table to edit: the only one, or the one that was chosen. */
function tableOf(preview: FilePreview, sheet: string | null): TablePreview | undefined {
  return preview.tables.length === 1
    ? preview.tables[0]
    : preview.tables.find((table) => sheet !== null && (table.sheet ?? '') === sheet)
}

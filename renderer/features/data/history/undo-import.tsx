import { List, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation } from '@tanstack/react-query'
import type { ImportRecord } from '../../../../shared/contract/imports.ts'
import { orpc } from '../../../app/client.ts'
import { countOf } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { factWords, fileName, listWords } from '../words.ts'

/** Asks once, saying exactly what goes and what comes back, then undoes the import. */
export function useUndoImport() {
  const undo = useMutation(
    orpc.imports.undo.mutationOptions({
      onSuccess: (record) =>
        notifyDone(`${fileName(record.file)} is undone. To have it back, import the file again.`),
      onError: (error) => notifyFailed('The import could not be undone', error),
    }),
  )
  const ask = (record: ImportRecord) => {
    const facts = factWords(record.facts)
    modals.openConfirmModal({
      title: `Undo the import of ${fileName(record.file)}?`,
      closeButtonProps: { 'aria-label': 'Close' },
      labels: { confirm: 'Undo this import', cancel: 'Keep it' },
      confirmProps: { color: 'red', size: 'sm' },
      cancelProps: { size: 'sm' },
      onConfirm: () => undo.mutate({ importId: record.id }),
      children: (
        <>
          <Text size="sm" mb="xs">
            {facts.length > 0
              ? `This file stands behind ${listWords(facts)}.`
              : `This file added ${countOf(record.rows.added, 'row')}.`}
          </Text>
          <List size="sm" spacing={4}>
            <List.Item>{countOf(record.rows.added, 'row')} it added will go.</List.Item>
            {record.rows.updated > 0 && (
              <List.Item>{countOf(record.rows.updated, 'row')} it updated will be as before it.</List.Item>
            )}
            {record.inQuarantine > 0 && (
              <List.Item>{countOf(record.inQuarantine, 'row')} of it in quarantine will go.</List.Item>
            )}
            <List.Item>Figures and ranking follow at once. The file itself is not touched.</List.Item>
          </List>
        </>
      ),
    })
  }
  return { ask, undoing: undo.isPending ? undo.variables.importId : null }
}

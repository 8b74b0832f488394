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
            The workspace will be as if this file had never been imported:
          </Text>
          <List size="sm" spacing={4}>
            <List.Item>
              {facts.length > 0
                ? `${listWords(facts)} that it added go`
                : `${countOf(record.rows.added, 'row')} that it added go`}
              , unless another file states them too.
            </List.Item>
            {record.rows.updated > 0 && (
              <List.Item>
                {countOf(record.rows.updated, 'row')} that it updated are as they were before.
              </List.Item>
            )}
            {record.inQuarantine > 0 && (
              <List.Item>{countOf(record.inQuarantine, 'row')} of it in quarantine go.</List.Item>
            )}
            <List.Item>
              Figures and ranking follow at once. The file itself is not touched, so it can be imported again.
            </List.Item>
          </List>
        </>
      ),
    })
  }
  return { ask, undoing: undo.isPending ? undo.variables.importId : null }
}

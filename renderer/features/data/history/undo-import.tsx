import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { List, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation } from '@tanstack/react-query'
import type { ImportRecord } from '../../../../shared/contract/imports.ts'
import { client } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { listed } from '../../../../shared/speech/lists.ts'
import { factWords, fileName } from '../words.ts'
import { sumOfFacts, sumOfRows } from './batches.ts'

/** Asks once, saying exactly what goes and what comes back, then undoes the imports one after the other. */
export function useUndoImports() {
  const undo = useMutation({
    mutationFn: async (records: readonly ImportRecord[]) => {
      for (const { id } of records) await client.imports.undo({ importId: id })
    },
    onSuccess: (_, records) => notifyDone(t`Undone: ${name(records)}. To have it back, import again.`),
    onError: (error, records) => notifyFailed(t`Not everything of ${name(records)} could be undone`, error),
  })
  const ask = (records: readonly ImportRecord[]) =>
    modals.openConfirmModal({
      title: records.length === 1 ? t`Undo the import of ${name(records)}?` : t`Undo ${name(records)}?`,
      closeButtonProps: { 'aria-label': t`Close` },
      labels: {
        confirm: records.length === 1 ? t`Undo this import` : t`Undo these imports`,
        cancel: t`Keep it`,
      },
      confirmProps: { color: 'red', size: 'sm' },
      cancelProps: { size: 'sm' },
      onConfirm: () => undo.mutate(records),
      children: <WhatGoes records={records} />,
    })
  return { ask, undoing: undo.isPending ? undo.variables.map(({ id }) => id) : [] }
}

function name(records: readonly ImportRecord[]): string {
  const [first] = records
  return records.length === 1 && first
    ? fileName(first.file)
    : t`${formatNumber(records.length)} imports from ${first?.source ?? ''}`
}

function WhatGoes({ records }: { records: readonly ImportRecord[] }) {
  const rows = sumOfRows(records)
  const facts = factWords(sumOfFacts(records))
  const inQuarantine = records.reduce((total, record) => total + record.inQuarantine, 0)
  const added = facts.length > 0 ? listed(facts) : plural(rows.added, { one: '# row', other: '# rows' })
  return (
    <>
      <Text size="sm" mb="xs">
        <Trans>
          The workspace will be as if {records.length === 1 ? t`this file` : t`these files`} had never been
          imported:
        </Trans>
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>
          <Trans>{added} that came with it go, unless another file states them too.</Trans>
        </List.Item>
        {rows.updated > 0 && (
          <List.Item>
            <Trans>
              <Plural value={rows.updated} one="# row" other="# rows" /> that it updated are as they were
              before.
            </Trans>
          </List.Item>
        )}
        {inQuarantine > 0 && (
          <List.Item>
            <Trans>
              <Plural value={inQuarantine} one="# row" other="# rows" /> of it in quarantine go.
            </Trans>
          </List.Item>
        )}
        <List.Item>
          <Trans>
            Figures and ranking follow at once. Your files are not touched, so you can import them again.
          </Trans>
        </List.Item>
      </List>
    </>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Table } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { BatchLine } from './batch-line.tsx'
import { batchesOf } from './batches.ts'
import { ImportLine, type ImportLineActions } from './import-line.tsx'
import { RowBarLegend } from './row-bar.tsx'
import { useUndoImports } from './undo-import.tsx'

interface HistoryTabProps {
  openImportId: number | null
  onOpen(importId: number | null): void
}

/** Every import, newest first, with what it brought; each can be undone. */
export function HistoryTab({ openImportId, onOpen }: HistoryTabProps) {
  const query = useQuery(orpc.imports.list.queryOptions())
  const { ask, undoing } = useUndoImports()
  const actions: ImportLineActions = { openImportId, undoing, onOpen, onUndo: ask }
  return (
    <QueryView query={query} what={t`the imports`}>
      {(imports) =>
        imports.length === 0 ? (
          <Section title={t`Imports`}>
            <Empty
              icon={IconFileImport}
              title={t`Nothing was imported yet`}
              actions={
                <Button renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'import' }} />}>
                  <Trans>Import files</Trans>
                </Button>
              }
            >
              <Trans>Every file you import is listed here with what it added, and can be undone.</Trans>
            </Empty>
          </Section>
        ) : (
          <Section title={t`Imports`} note={t`newest first`} actions={<RowBarLegend />}>
            <Table.ScrollContainer minWidth={820}>
              <Table verticalSpacing={8}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>
                      <Trans>File</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>Source</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>Imported</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Rows</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>What became of them</Trans>
                    </Table.Th>
                    <Table.Th w={110}>
                      <span className="visually-hidden">
                        <Trans>Undo</Trans>
                      </span>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {batchesOf(imports).map((batch) => {
                    const [first] = batch.records
                    return batch.records.length > 1 ? (
                      <BatchLine key={batch.key} batch={batch} actions={actions} />
                    ) : (
                      first && <ImportLine key={batch.key} record={first} actions={actions} />
                    )
                  })}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Section>
        )
      }
    </QueryView>
  )
}

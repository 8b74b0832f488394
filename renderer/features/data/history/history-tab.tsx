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
    <QueryView query={query} what="the imports">
      {(imports) =>
        imports.length === 0 ? (
          <Section title="Imports">
            <Empty
              icon={IconFileImport}
              title="Nothing was imported yet"
              actions={
                <Button renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'import' }} />}>
                  Import files
                </Button>
              }
            >
              Every file you import is listed here with what it added, and can be undone.
            </Empty>
          </Section>
        ) : (
          <Section title="Imports" note="newest first" actions={<RowBarLegend />}>
            <Table.ScrollContainer minWidth={820}>
              <Table verticalSpacing={8}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>File</Table.Th>
                    <Table.Th>Source</Table.Th>
                    <Table.Th>Imported</Table.Th>
                    <Table.Th ta="right">Rows</Table.Th>
                    <Table.Th>What became of them</Table.Th>
                    <Table.Th w={110}>
                      <span className="visually-hidden">Undo</span>
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

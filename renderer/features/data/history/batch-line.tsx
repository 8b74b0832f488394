import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Table, Text } from '@mantine/core'
import { IconArrowBackUp, IconFiles } from '@tabler/icons-react'
import { useState } from 'react'
import { formatCount, formatNumber } from '../../../ui/format.ts'
import { Instant } from '../../../ui/time.tsx'
import { factWords, kinds } from '../words.ts'
import { type ImportBatch, sumOfFacts, sumOfRows } from './batches.ts'
import styles from './history.module.css'
import { ImportLine, type ImportLineActions } from './import-line.tsx'
import { RowBar } from './row-bar.tsx'

const shownAtOnce = 50

/** Many files of one source as one line; opened, the files. */
export function BatchLine({ batch, actions }: { batch: ImportBatch; actions: ImportLineActions }) {
  const { records } = batch
  const [first] = records
  const hasOpenOne = records.some(({ id }) => id === actions.openImportId)
  const [isOpen, setOpen] = useState(hasOpenOne)
  const [shown, setShown] = useState(hasOpenOne ? records.length : shownAtOnce)
  if (!first) return null
  const { icon: Picture, label } = kinds[first.kind]
  const isUndone = first.undoneAt !== null
  const rows = sumOfRows(records)
  return (
    <>
      <Table.Tr className={isUndone ? styles.undone : ''}>
        <Table.Td>
          <div className={styles.file}>
            <Picture size={19} stroke={1.5} aria-label={label} />
            <div>
              <button
                type="button"
                className={styles.open}
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
              >
                <IconFiles size={15} aria-hidden />{' '}
                <Plural value={records.length} one="# file" other="# files" />
              </button>
              <Text size="xs" c="dimmed">
                {factWords(sumOfFacts(records)).join(', ')}
              </Text>
            </div>
          </div>
        </Table.Td>
        <Table.Td c="dimmed">{first.source}</Table.Td>
        <Table.Td c="dimmed" className={styles.when}>
          <Instant at={first.importedAt} />
        </Table.Td>
        <Table.Td ta="right">{formatCount(rows.read)}</Table.Td>
        <Table.Td>{isUndone ? t`undone` : <RowBar rows={rows} />}</Table.Td>
        <Table.Td ta="right">
          {!isUndone && (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              aria-label={t`Undo all ${formatNumber(records.length)} imports from ${first.source}`}
              loading={records.some(({ id }) => actions.undoing.includes(id))}
              onClick={() => actions.onUndo(records)}
            >
              <Trans>Undo all</Trans>
            </Button>
          )}
        </Table.Td>
      </Table.Tr>
      {isOpen &&
        records
          .slice(0, shown)
          .map((record) => <ImportLine key={record.id} record={record} actions={actions} isInBatch />)}
      {isOpen && shown < records.length && (
        <Table.Tr>
          <Table.Td colSpan={6} pl={56}>
            <Button variant="subtle" onClick={() => setShown(shown + 200)}>
              <Trans>
                Show more of <Plural value={records.length} one="# file" other="# files" />
              </Trans>
            </Button>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}

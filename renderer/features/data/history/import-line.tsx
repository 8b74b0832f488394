import { Anchor, Badge, Button, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ImportRecord } from '../../../../shared/contract/imports.ts'
import { countOf, formatCount, formatNumber } from '../../../ui/format.ts'
import { Instant } from '../../../ui/time.tsx'
import { factWords, fileName, kinds } from '../words.ts'
import styles from './history.module.css'
import { RowBar, rowParts } from './row-bar.tsx'

/** What the lines of the history share. */
export interface ImportLineActions {
  openImportId: number | null
  /** The imports now being undone. */
  undoing: readonly number[]
  onOpen(importId: number | null): void
  onUndo(records: readonly ImportRecord[]): void
}

interface ImportLineProps {
  record: ImportRecord
  actions: ImportLineActions
  isInBatch?: boolean
}

/** One import; opened, everything that is known of it. */
export function ImportLine({ record, actions, isInBatch = false }: ImportLineProps) {
  const isOpen = record.id === actions.openImportId
  const { icon: Picture, label } = kinds[record.kind]
  const isUndone = record.undoneAt !== null
  return (
    <>
      <Table.Tr className={isUndone ? styles.undone : ''}>
        <Table.Td pl={isInBatch ? 40 : undefined}>
          <div className={styles.file}>
            <Picture size={19} stroke={1.5} aria-label={label} />
            <button
              type="button"
              className={styles.open}
              aria-expanded={isOpen}
              onClick={() => actions.onOpen(isOpen ? null : record.id)}
            >
              {fileName(record.file)}
            </button>
            {record.warnings.length > 0 && (
              <IconAlertTriangle
                size={15}
                aria-label={countOf(record.warnings.length, 'warning')}
                style={{ color: 'var(--state-act)' }}
              />
            )}
          </div>
        </Table.Td>
        <Table.Td c="dimmed">{record.source}</Table.Td>
        <Table.Td c="dimmed" className={styles.when}>
          <Instant at={record.importedAt} />
        </Table.Td>
        <Table.Td ta="right">{formatCount(record.rows.read)}</Table.Td>
        <Table.Td>
          {isUndone ? (
            <Badge variant="default" tt="none" fw={500}>
              undone
            </Badge>
          ) : (
            <RowBar rows={record.rows} />
          )}
        </Table.Td>
        <Table.Td ta="right">
          {!isUndone && (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              aria-label={`Undo the import of ${fileName(record.file)}`}
              loading={actions.undoing.includes(record.id)}
              onClick={() => actions.onUndo([record])}
            >
              Undo
            </Button>
          )}
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={6} p={0}>
            <ImportDetail record={record} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}

function ImportDetail({ record }: { record: ImportRecord }) {
  return (
    <div className={styles.detail}>
      <div>
        <Text size="sm" fw={600}>
          Rows
        </Text>
        <dl>
          <dt>read</dt>
          <dd>{formatNumber(record.rows.read)}</dd>
          {rowParts.map(({ part, label }) => (
            <FactPair key={part} name={label} value={formatNumber(record.rows[part])} />
          ))}
        </dl>
      </div>
      <div>
        <Text size="sm" fw={600}>
          What it brought
        </Text>
        <dl>
          <dt>new</dt>
          <dd>{factWords(record.facts).join(', ') || 'nothing that was not here already'}</dd>
          <dt>kind</dt>
          <dd>{kinds[record.kind].label}</dd>
          <dt>file</dt>
          <dd style={{ overflowWrap: 'anywhere' }}>{record.file}</dd>
          {record.undoneAt !== null && (
            <>
              <dt>undone</dt>
              <dd>
                <Instant at={record.undoneAt} />
              </dd>
            </>
          )}
        </dl>
      </div>
      <div>
        <Text size="sm" fw={600}>
          Warnings
        </Text>
        {record.warnings.length === 0 ? (
          <Text size="sm" c="dimmed">
            None.
          </Text>
        ) : (
          record.warnings.map((warning) => (
            <Text key={warning} size="sm">
              {warning}
            </Text>
          ))
        )}
        {record.inQuarantine > 0 && (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/data" search={{ tab: 'quarantine', import: record.id }} />
            )}
          >
            {countOf(record.inQuarantine, 'row')} in quarantine
          </Anchor>
        )}
      </div>
    </div>
  )
}

function FactPair({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

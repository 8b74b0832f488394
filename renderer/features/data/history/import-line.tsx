import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Anchor, Badge, Button, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ImportRecord } from '../../../../shared/contract/imports.ts'
import { formatCount, formatNumber } from '../../../ui/format.ts'
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
                aria-label={plural(record.warnings.length, { one: '# warning', other: '# warnings' })}
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
              <Trans>undone</Trans>
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
              aria-label={t`Undo the import of ${fileName(record.file)}`}
              loading={actions.undoing.includes(record.id)}
              onClick={() => actions.onUndo([record])}
            >
              <Trans>Undo</Trans>
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
          <Trans>Rows</Trans>
        </Text>
        <dl>
          <dt>
            <Trans>read</Trans>
          </dt>
          <dd>{formatNumber(record.rows.read)}</dd>
          {rowParts.map(({ part, label }) => (
            <FactPair key={part} name={label} value={formatNumber(record.rows[part])} />
          ))}
        </dl>
      </div>
      <div>
        <Text size="sm" fw={600}>
          <Trans>What it brought</Trans>
        </Text>
        <dl>
          <dt>
            <Trans>new</Trans>
          </dt>
          <dd>{factWords(record.facts).join(', ') || t`nothing that was not here already`}</dd>
          <dt>
            <Trans>kind</Trans>
          </dt>
          <dd>{kinds[record.kind].label}</dd>
          <dt>
            <Trans>file</Trans>
          </dt>
          <dd style={{ overflowWrap: 'anywhere' }}>{record.file}</dd>
          {record.undoneAt !== null && (
            <>
              <dt>
                <Trans>undone</Trans>
              </dt>
              <dd>
                <Instant at={record.undoneAt} />
              </dd>
            </>
          )}
        </dl>
      </div>
      <div>
        <Text size="sm" fw={600}>
          <Trans>Warnings</Trans>
        </Text>
        {record.warnings.length === 0 ? (
          <Text size="sm" c="dimmed">
            <Trans>None.</Trans>
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
            <Trans>
              <Plural value={record.inQuarantine} one="# row" other="# rows" /> in quarantine
            </Trans>
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

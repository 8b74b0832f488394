import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Anchor, Button, Collapse, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconArrowNarrowRight, IconTable, IconTableOptions } from '@tabler/icons-react'
import type { TablePreview } from '../../../../shared/contract/imports.ts'
import type { Mapping } from '../../../../shared/domain/import-kinds.ts'
import { columnUse } from '../mapping/edit-mapping.ts'
import { fields } from '../mapping/fields.ts'
import { confidenceWord, kinds } from '../words.ts'
import styles from './import.module.css'
import { RowsPreview } from './rows-preview.tsx'

interface TableSummaryProps {
  table: TablePreview
  mapping: Mapping
  isEdited: boolean
  /** Other tables of the file are imported, this one is not. */
  isLeftOut: boolean
  onEdit(): void
}

const basisWords = {
  recognised: null,
  remembered: t`read as last time`,
  given: t`read with the mapping you gave`,
} as const

/** What one table was recognised as and why, which columns become what, and the doors to rows and mapping. */
export function TableSummary({ table, mapping, isEdited, isLeftOut, onEdit }: TableSummaryProps) {
  const [isWhyOpen, why] = useDisclosure(false)
  const [areRowsOpen, rows] = useDisclosure(false)
  const taken = table.columns.filter(({ column }) => columnUse(mapping, column).use !== 'nothing')
  const basis = isEdited ? t`read with your mapping` : basisWords[table.basis]
  return (
    <div className={styles.table}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
        <div style={{ minWidth: 0 }}>
          <Text size="sm">
            {table.sheet !== null && (
              <Text span c="dimmed">
                <Trans>Sheet {table.sheet}: </Trans>
              </Text>
            )}
            {table.kind === null && !isEdited ? (
              <strong>
                {isLeftOut
                  ? t`Not recognised: left out, unless you say what the columns are.`
                  : t`Not recognised. Say what the columns are and it can be imported.`}
              </strong>
            ) : (
              <>
                <strong>{kinds[mapping.kind].label}</strong>
                {table.vendor !== null && t` as ${table.vendor} exports them`}
                <Text span c="dimmed">
                  {' · '}
                  {basis ?? confidenceWord(table.confidence)}
                </Text>
              </>
            )}
            {table.reasons.length > 0 && (
              <>
                {' · '}
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  onClick={why.toggle}
                  aria-expanded={isWhyOpen}
                >
                  {isWhyOpen ? t`hide why` : t`why`}
                </Anchor>
              </>
            )}
          </Text>
          <Collapse expanded={isWhyOpen}>
            <ul className={styles.reasons}>
              {table.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </Collapse>
        </div>
        <Group gap={4} wrap="nowrap">
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTable size={14} aria-hidden />}
            onClick={rows.toggle}
            aria-expanded={areRowsOpen}
          >
            {areRowsOpen ? t`Hide rows` : t`Show rows`}
          </Button>
          <Button variant="default" leftSection={<IconTableOptions size={14} aria-hidden />} onClick={onEdit}>
            {table.kind === null && !isEdited ? t`Map the columns` : t`Change mapping`}
          </Button>
        </Group>
      </Group>
      {taken.length > 0 && (
        <ul className={styles.taken} aria-label={t`Columns taken`}>
          {taken.slice(0, 8).map(({ column }) => (
            <li key={column}>
              <span>{column}</span>
              <IconArrowNarrowRight size={12} aria-label={t`becomes`} />
              {becomes(mapping, column)}
            </li>
          ))}
          {taken.length > 8 && (
            <li>
              <Trans>and {taken.length - 8} more</Trans>
            </li>
          )}
          {taken.length < table.columns.length && (
            <li style={{ borderStyle: 'dashed' }}>
              <span>
                <Trans>
                  <Plural value={table.columns.length - taken.length} one="# column" other="# columns" /> not
                  taken
                </Trans>
              </span>
            </li>
          )}
        </ul>
      )}
      {table.warnings.map((warning) => (
        <div key={warning} className={styles.warning}>
          <IconAlertTriangle size={15} aria-label={t`Note`} />
          {warning}
        </div>
      ))}
      <Collapse expanded={areRowsOpen}>
        <RowsPreview table={table} mapping={mapping} />
      </Collapse>
    </div>
  )
}

function becomes(mapping: Mapping, column: string): string {
  const use = columnUse(mapping, column)
  if (use.use === 'field') return fields[use.column.field].label
  return use.use === 'question' ? (use.part === 'answer' || use.part === 'score' ? 'question' : use.part) : ''
}

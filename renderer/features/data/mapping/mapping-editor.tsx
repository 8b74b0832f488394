import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import {
  Button,
  Checkbox,
  Group,
  Input,
  Modal,
  SegmentedControl,
  Select,
  Text,
  TextInput,
} from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { FilePreview, TablePreview } from '../../../../shared/contract/imports.ts'
import { importKind, type Mapping } from '../../../../shared/domain/import-kinds.ts'
import { fileName, kinds } from '../words.ts'
import { ColumnRow } from './column-row.tsx'
import { columnUse } from './edit-mapping.ts'
import styles from './mapping-editor.module.css'
import { ParsedPreviewPane } from './parsed-preview.tsx'

interface MappingEditorProps {
  preview: FilePreview
  table: TablePreview
  mapping: Mapping
  source: string
  /** What pressing the main button does: `Use this mapping`, `Read these rows again`. */
  doneLabel: string
  onDone(mapping: Mapping, source: string): void
  onClose(): void
}

/** Every column of a table, what it becomes, and the first rows as they will be read. Remembered for the source once imported. */
export function MappingEditor(props: MappingEditorProps) {
  const { preview, table, doneLabel, onDone, onClose } = props
  const [mapping, setMapping] = useState(props.mapping)
  const [source, setSource] = useState(props.source)
  const [isOnlyUnused, setOnlyUnused] = useState(false)
  const taken = table.columns.filter((column) => columnUse(mapping, column.column).use !== 'nothing').length
  const shown = isOnlyUnused
    ? table.columns.filter((column) => columnUse(mapping, column.column).use === 'nothing')
    : table.columns
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      // Escape also closes the small windows inside; the page decides which one is meant.
      closeOnEscape={false}
      onKeyDown={(event) => closesEditor(event) && onClose()}
      padding={0}
      title={
        <Group gap="xs" px={8}>
          <Text fw={650}>
            <Trans>How to read {fileName(preview.file)}</Trans>
          </Text>
          {table.sheet !== null && (
            <Text c="dimmed">
              <Trans>sheet {table.sheet}</Trans>
            </Text>
          )}
        </Group>
      }
      closeButtonProps={{ 'aria-label': t`Close without changing` }}
      styles={{
        content: { display: 'flex', flexDirection: 'column' },
        header: { padding: '10px 16px', borderBottom: '1px solid var(--line)' },
        body: { flex: 1, minHeight: 0 },
      }}
    >
      <div className={styles.body}>
        <div className={styles.facts}>
          <Select
            label={t`The file holds`}
            w={190}
            allowDeselect={false}
            data={importKind.options
              // Sound has no columns.
              .filter((kind) => kind !== 'recordings')
              .map((kind) => ({ value: kind, label: kinds[kind].label }))}
            value={mapping.kind}
            onChange={(value) => {
              const kind = importKind.safeParse(value)
              if (kind.success) setMapping({ ...mapping, kind: kind.data })
            }}
          />
          <TextInput
            label={t`Source`}
            w={200}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <TimeZoneSelect
            value={mapping.timeZone}
            onChange={(timeZone) => setMapping({ ...mapping, timeZone })}
          />
          {mapping.kind === 'evaluations' && (
            <Input.Wrapper label={t`Layout`} labelProps={{ id: 'layout-label' }} labelElement="div">
              <SegmentedControl
                size="sm"
                aria-labelledby="layout-label"
                data={[
                  { value: 'wide', label: t`a column per question` },
                  { value: 'long', label: t`a row per answer` },
                  { value: 'rows', label: t`scores only` },
                ]}
                value={mapping.shape === 'tree' ? 'rows' : mapping.shape}
                onChange={(shape) => {
                  if (shape === 'wide' || shape === 'long' || shape === 'rows')
                    setMapping({ ...mapping, shape })
                }}
              />
            </Input.Wrapper>
          )}
        </div>
        <div className={styles.panes}>
          <div className={styles.pane} tabIndex={0} role="region" aria-label={t`Columns of the file`}>
            <div className={styles.paneHead}>
              <span>
                <Trans>
                  {taken} of <Plural value={table.columns.length} one="# column" other="# columns" /> taken
                </Trans>
              </span>
              <Checkbox
                size="xs"
                label={t`Only those not taken`}
                checked={isOnlyUnused}
                onChange={(event) => setOnlyUnused(event.currentTarget.checked)}
              />
            </div>
            {shown.map((guess) => (
              <ColumnRow key={guess.column} guess={guess} mapping={mapping} onChange={setMapping} />
            ))}
            {shown.length === 0 && (
              <Text p="lg" c="dimmed" size="sm">
                <Trans>Every column is taken.</Trans>
              </Text>
            )}
          </div>
          <ParsedPreviewPane reference={preview.reference} sheet={table.sheet} mapping={mapping} />
        </div>
        <div className={styles.foot}>
          <Text size="sm" c="dimmed">
            <Trans>
              Columns that are not taken stay in your file and do not enter Debrief. The next file of{' '}
              {source || t`this source`} with these columns is read the same way.
            </Trans>
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" size="sm" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              size="sm"
              disabled={mapping.columns.length === 0 && mapping.questions.length === 0}
              onClick={() => onDone(mapping, source)}
            >
              {doneLabel}
            </Button>
          </Group>
        </div>
      </div>
    </Modal>
  )
}

/** Escape in the editor itself, not in a choice that is open or a window above it (React hands those events up as well). */
function closesEditor(event: KeyboardEvent<HTMLDivElement>): boolean {
  const { target } = event
  return (
    event.key === 'Escape' &&
    target instanceof Element &&
    event.currentTarget.contains(target) &&
    target.getAttribute('aria-expanded') !== 'true'
  )
}

const timeZones = Intl.supportedValuesOf('timeZone')

function TimeZoneSelect({ value, onChange }: { value: string; onChange(timeZone: string): void }) {
  return (
    <Select
      label={t`Times are in`}
      w={210}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={t`No such time zone`}
      data={[...new Set([value, 'UTC', ...timeZones])]}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
    />
  )
}

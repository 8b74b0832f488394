import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Badge, Button, Group, Loader, Text } from '@mantine/core'
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCheck,
  IconFile,
  IconFileDescription,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { FilePreview, RecordingToImport } from '../../../../shared/contract/imports.ts'
import { visibleText } from '../../../../shared/domain/visible-text.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { Instant } from '../../../ui/time.tsx'
import { MappingEditor } from '../mapping/mapping-editor.tsx'
import { formatBytes } from '../../../ui/format.ts'
import { fileName, kinds } from '../words.ts'
import { type FileStanding, isTaken, mappingOf } from './file-standing.ts'
import styles from './import.module.css'
import { RecordingFacts } from './recording-facts.tsx'
import type { FileEdits, StagedFile } from './staged-files.ts'
import { TableSummary } from './table-summary.tsx'

interface FileCardProps {
  file: StagedFile
  preview: FilePreview | null
  /** What is known of it, where it is a recording. */
  recording: RecordingToImport | null
  standing: FileStanding
  error: unknown
  onEdit(edits: FileEdits): void
  onCheck(): void
  onRemove(): void
}

/** One file that waits: what it is taken for, how sure that is, and everything one can do about it. */
export function FileCard(props: FileCardProps) {
  const { file, preview, recording, standing, error, onEdit, onCheck, onRemove } = props
  const [editedSheet, setEditedSheet] = useState<string | null>(null)
  const edited = preview?.tables.find((table) => (table.sheet ?? '') === editedSheet)
  // Of a file that could not be read the engine knows no size.
  const bytes = preview && preview.error === null ? preview.bytes : file.bytes
  const source = file.edits.source ?? preview?.source ?? ''
  const needsAgreement =
    standing === 'needs-a-look' && (preview?.tables.some((table) => isTaken(file, table)) ?? false)
  return (
    <li className={styles.card} data-standing={standing} aria-label={fileName(file.name)}>
      <div className={styles.head}>
        <Tile standing={standing} preview={preview} />
        <div style={{ minWidth: 0 }}>
          <div className={styles.name} title={visibleText(file.name)}>
            {fileName(file.name)}
          </div>
          <Text size="sm" c="dimmed" component="div">
            {[bytes === null ? null : formatBytes(bytes), source === '' ? null : t`source ${source}`]
              .filter((part) => part !== null)
              .join(' · ')}
            {preview?.importedBefore && (
              <>
                <Trans>
                  {' · '}imported before, <Instant at={preview.importedBefore.at} show="relative" />: only
                  what changed will be added
                </Trans>
              </>
            )}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          {needsAgreement && (
            <Button variant="default" onClick={onCheck} leftSection={<IconCheck size={14} aria-hidden />}>
              <Trans>Looks right</Trans>
            </Button>
          )}
          <StandingBadge standing={standing} />
          <ActionIcon aria-label={t`Remove ${fileName(file.name)}`} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </div>
      {standing === 'unreadable' && (
        <div className={styles.table} role="alert">
          <Text size="sm">
            {file.problem ??
              preview?.error ??
              (error ? errorSentence(error) : t`There is nothing in it that could be imported.`)}
          </Text>
        </div>
      )}
      {preview?.contents && preview.error === null && (
        <div className={styles.table}>
          <Text size="sm">{preview.contents}</Text>
          {recording && <RecordingFacts recording={recording} />}
        </div>
      )}
      {preview?.tables.map((table) => (
        <TableSummary
          key={table.sheet ?? ''}
          table={table}
          mapping={mappingOf(file, table)}
          isEdited={file.edits.mappings?.[table.sheet ?? ''] !== undefined}
          isLeftOut={!isTaken(file, table) && preview.tables.some((other) => isTaken(file, other))}
          onEdit={() => setEditedSheet(table.sheet ?? '')}
        />
      ))}
      {preview && edited && (
        <MappingEditor
          preview={preview}
          table={edited}
          mapping={mappingOf(file, edited)}
          source={source}
          doneLabel={t`Use this mapping`}
          onClose={() => setEditedSheet(null)}
          onDone={(mapping, newSource) => {
            onEdit({
              mappings: { ...file.edits.mappings, [edited.sheet ?? '']: mapping },
              ...(newSource === '' || newSource === preview.source ? {} : { source: newSource }),
            })
            setEditedSheet(null)
          }}
        />
      )}
    </li>
  )
}

function Tile({ standing, preview }: { standing: FileStanding; preview: FilePreview | null }) {
  if (standing === 'handing-over' || standing === 'reading') {
    return (
      <div className={styles.tile} data-tone="wait">
        <Loader size={18} aria-label={t`Reading the file`} />
      </div>
    )
  }
  if (standing === 'unreadable') {
    return (
      <div className={styles.tile} data-tone="bad">
        <IconAlertCircle size={22} stroke={1.5} aria-hidden />
      </div>
    )
  }
  const kind = preview?.tables.find((table) => table.kind !== null)?.kind ?? null
  const hasContents = preview !== null && preview.contents !== null
  const Picture = kind !== null ? kinds[kind].icon : hasContents ? IconFileDescription : IconFile
  return (
    <div className={styles.tile} data-tone={kind === null && !hasContents ? 'wait' : 'good'}>
      <Picture size={22} stroke={1.5} aria-hidden />
    </div>
  )
}

const standings = {
  'handing-over': { label: t`Handing over`, color: 'gray', icon: null },
  reading: { label: t`Reading`, color: 'gray', icon: null },
  unreadable: { label: t`Cannot be read`, color: 'red', icon: IconAlertCircle },
  'needs-a-look': { label: t`Needs a look`, color: 'amber', icon: IconAlertTriangle },
  ready: { label: t`Ready`, color: 'green', icon: IconCheck },
} as const

function StandingBadge({ standing }: { standing: FileStanding }) {
  const { label, color, icon: Picture } = standings[standing]
  return (
    <Badge
      variant="light"
      color={color}
      size="lg"
      tt="none"
      fw={600}
      leftSection={Picture && <Picture size={13} aria-hidden />}
    >
      {label}
    </Badge>
  )
}

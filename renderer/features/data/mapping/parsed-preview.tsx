import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Alert, Loader, Text, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle, IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FileReference, ParsedPreview } from '../../../../shared/contract/imports.ts'
import type { Mapping } from '../../../../shared/domain/import-kinds.ts'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { Empty, Loading } from '../../../ui/states.tsx'
import { previewColumns, columnUse } from './edit-mapping.ts'
import { fields } from './fields.ts'
import styles from './mapping-editor.module.css'

interface ParsedPreviewPaneProps {
  reference: FileReference
  sheet: string | null
  mapping: Mapping
}

/** The first rows as the mapping reads them, while it is being changed. */
export function ParsedPreviewPane({ reference, sheet, mapping }: ParsedPreviewPaneProps) {
  const [settled] = useDebouncedValue(mapping, 250)
  const isEmpty = settled.columns.length === 0 && settled.questions.length === 0
  const query = useQuery(
    orpc.imports.preview.queryOptions({
      input: { reference, sheet, mapping: settled },
      enabled: !isEmpty,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <div className={styles.pane} tabIndex={0} role="region" aria-label={t`Preview of the first rows`}>
      <div className={styles.paneHead} aria-live="polite">
        <span>
          <Trans>First rows, as they will be read</Trans>
        </span>
        {query.isFetching || settled !== mapping ? (
          <Loader size={14} aria-label={t`Reading`} />
        ) : (
          query.data && <OutcomeCounts preview={query.data} />
        )}
      </div>
      {isEmpty ? (
        <Empty title={t`Nothing is mapped yet`}>
          <Trans>Give at least one column a field and the rows appear here.</Trans>
        </Empty>
      ) : query.isError ? (
        <Alert m="lg" color="red" variant="light" icon={<IconAlertTriangle size={16} aria-hidden />}>
          {errorSentence(query.error)}
        </Alert>
      ) : query.data ? (
        <ParsedRows preview={query.data} mapping={settled} />
      ) : (
        <Loading label={t`the preview`} rows={8} />
      )}
    </div>
  )
}

function OutcomeCounts({ preview }: { preview: ParsedPreview }) {
  const rejected = preview.rows.filter((row) => row.outcome === 'rejected').length
  return rejected === 0 ? (
    <span className={styles.outcome} style={{ color: 'var(--state-good)' }}>
      <Trans>
        <IconCheck size={14} aria-hidden />
        all {preview.rows.length} rows can be read
      </Trans>
    </span>
  ) : (
    <span className={styles.outcome} style={{ color: 'var(--state-must)' }}>
      <Trans>
        <IconX size={14} aria-hidden />
        <Plural value={rejected} one="# row" other="# rows" /> would go to quarantine
      </Trans>
    </span>
  )
}

function ParsedRows({ preview, mapping }: { preview: ParsedPreview; mapping: Mapping }) {
  const columns = previewColumns(mapping)
  return (
    <>
      {preview.problems.length > 0 && (
        <Alert m="md" color="amber" variant="light" icon={<IconAlertTriangle size={16} aria-hidden />}>
          {preview.problems.map((problem) => (
            <Text key={problem} size="sm">
              {problem}
            </Text>
          ))}
        </Alert>
      )}
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Row</Trans>
            </th>
            {columns.map(({ column, title }, place) => (
              <th scope="col" key={`${column}-${place}`} title={title}>
                {title}
                <small>{fieldOf(mapping, column)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.rowNumber} className={row.outcome === 'skipped' ? styles.skipped : ''}>
              <td>
                <Tooltip label={rowWords(row)}>
                  <span className={styles.outcome}>
                    <OutcomeIcon outcome={row.outcome} />
                    {row.rowNumber}
                  </span>
                </Tooltip>
              </td>
              {row.cells.map((cell, place) => (
                <td
                  key={place}
                  className={cell.problem === null ? '' : styles.bad}
                  title={cell.problem ?? cell.raw}
                >
                  {cell.problem !== null ? (
                    <span className={styles.parsed}>
                      <Trans>cannot be read</Trans>
                    </span>
                  ) : cell.parsed === null ? (
                    <span className={styles.nothing}>
                      <Trans>nothing</Trans>
                    </span>
                  ) : (
                    <span className={styles.parsed}>{cell.parsed}</span>
                  )}
                  {cell.raw !== cell.parsed && <span className={styles.raw}>{cell.raw || t`empty`}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const outcomeWords = { facts: t`Can be read`, rejected: t`Goes to quarantine`, skipped: t`Left out: no data` }

const skippedWords: Record<string, string> = {
  blank: t`Left out: an empty row`,
  total: t`Left out: a total of other rows`,
  'repeated-header': t`Left out: the header once more`,
  unanswered: t`Left out: a survey nobody answered`,
  unfinished: t`Left out: an evaluation not finished, or deleted`,
  trial: t`Left out: a preview, test or spam of a survey`,
}

function rowWords(row: ParsedPreview['rows'][number]): string {
  if (row.message === null) return outcomeWords[row.outcome]
  return row.outcome === 'skipped' ? (skippedWords[row.message] ?? row.message) : row.message
}

function OutcomeIcon({ outcome }: { outcome: ParsedPreview['rows'][number]['outcome'] }) {
  const label = outcomeWords[outcome]
  if (outcome === 'facts')
    return <IconCheck size={13} aria-label={label} style={{ color: 'var(--state-good)' }} />
  if (outcome === 'rejected')
    return <IconX size={13} aria-label={label} style={{ color: 'var(--state-must)' }} />
  return <IconMinus size={13} aria-label={label} />
}

function fieldOf(mapping: Mapping, column: string): string {
  const use = columnUse(mapping, column)
  if (use.use === 'field') return fields[use.column.field].label
  return use.use === 'question' ? `${use.label}, ${use.part}` : ''
}

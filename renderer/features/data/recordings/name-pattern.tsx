import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NamePreview } from '../../../../shared/contract/recordings.ts'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Instant } from '../../../ui/time.tsx'
import styles from './recordings.module.css'

const shownNames = 8

interface NamePatternProps {
  saved: string | null
  names: string[]
  onSave(pattern: string | null): void
}

/** The pattern of file names, with what it catches of the names that are here, as one types. */
export function NamePattern({ saved, names, onSave }: NamePatternProps) {
  const [pattern, setPattern] = useState(saved ?? '')
  const [settled] = useDebouncedValue(pattern.trim(), 250)
  const wanted = settled === '' ? null : settled
  const preview = useQuery({
    ...orpc.recordings.previewNames.queryOptions({
      input: { names: names.slice(0, 2000), pattern: wanted },
    }),
    enabled: names.length > 0 || wanted !== null,
    placeholderData: keepPreviousData,
  })
  const isChanged = (pattern.trim() === '' ? null : pattern.trim()) !== saved
  const problem = preview.data?.problem ?? (preview.isError ? errorSentence(preview.error) : null)
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        <Trans>What file names say</Trans>
      </Text>
      <Text size="sm" c="dimmed">
        <Trans>
          Parts in braces are caught: <code>{'{agent}_{date}_{time}_{customer}'}</code>. Empty: names are read
          as well as can be.
        </Trans>
      </Text>
      <Group gap="xs" align="flex-start">
        <TextInput
          flex={1}
          size="sm"
          aria-label={t`Pattern of file names`}
          placeholder="{agent}_{date}_{time}"
          translate="no"
          value={pattern}
          error={problem}
          spellCheck={false}
          onChange={(event) => setPattern(event.currentTarget.value)}
        />
        <Button
          mt={3}
          disabled={!isChanged || problem !== null}
          onClick={() => onSave(pattern.trim() === '' ? null : pattern.trim())}
        >
          <Trans>Use this pattern</Trans>
        </Button>
      </Group>
      {preview.data && names.length > 0 && <Caught preview={preview.data} />}
    </Stack>
  )
}

function Caught({ preview }: { preview: NamePreview }) {
  const missed = preview.files.filter(({ problem, parts }) => problem !== null || parts.length === 0)
  // What is not caught is what one looks for.
  const shown = [...missed, ...preview.files.filter((file) => !missed.includes(file))].slice(0, shownNames)
  return (
    <>
      <Text size="sm" role="status">
        <Trans>
          Catches something in {formatNumber(preview.files.length - missed.length)} of{' '}
          {formatNumber(preview.files.length)} names.
        </Trans>
      </Text>
      <Table aria-label={t`What is caught of file names`} fz="sm">
        <Table.Tbody>
          {shown.map((file) => (
            <Table.Tr key={file.name}>
              <Table.Td className={styles.name}>{file.name}</Table.Td>
              <Table.Td>
                {file.problem === null ? (
                  <Group gap={6}>
                    {file.parts.map(({ part, text }) => (
                      <Badge key={part} variant="light" color="gray" tt="none" fw={500}>
                        <span translate="no">{part}</span>:{' '}
                        <strong>
                          <PartText part={part} text={text} />
                        </strong>
                      </Badge>
                    ))}
                    {file.parts.length === 0 && (
                      <Text size="sm" c="dimmed">
                        <Trans>nothing</Trans>
                      </Text>
                    )}
                  </Group>
                ) : (
                  <Text size="sm" style={{ color: 'var(--state-act)' }}>
                    {file.problem}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

/** What is read without a pattern has its moment as an instant; what a pattern catches is shown as it was written. */
function PartText({ part, text }: { part: string; text: string }) {
  return part === 'time' && text.endsWith('Z') ? <Instant at={Date.parse(text)} /> : text
}

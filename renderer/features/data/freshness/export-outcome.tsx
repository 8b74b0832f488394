import { Plural, Trans } from '@lingui/react/macro'
import { Alert, Code, Text } from '@mantine/core'
import type { ExportDone } from '../../../../shared/contract/exports.ts'
import { formatBytes } from '../../../ui/format.ts'

/** Why there is no export. */
export function Refused({ sentence }: { sentence: string }) {
  return (
    <Alert color="red" variant="light">
      {sentence}
    </Alert>
  )
}

/** How much was written, and where to. */
export function WrittenFiles({ directory, files }: ExportDone) {
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <Text size="sm" role="status">
      <Trans>
        <Plural value={files.length} one="# file" other="# files" /> with{' '}
        <Plural value={rows} one="# row" other="# rows" /> ({formatBytes(bytes)}) in{' '}
        <Code style={{ overflowWrap: 'anywhere' }}>{directory}</Code>
      </Trans>
    </Text>
  )
}

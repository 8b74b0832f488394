import { Alert, Button, Checkbox, Code, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { countOf } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { formatBytes } from '../words.ts'

const formats = [
  { value: 'csv', label: 'CSV' },
  { value: 'parquet', label: 'Parquet' },
] as const

/** Facts and results as files for other programs. */
export function ExportSection() {
  const [format, setFormat] = useState<'csv' | 'parquet'>('csv')
  const [withCustomers, setWithCustomers] = useState(false)
  const writing = useMutation(orpc.exports.write.mutationOptions())
  const total = writing.data?.files.reduce(
    (sum, { rows, bytes }) => ({ rows: sum.rows + rows, bytes: sum.bytes + bytes }),
    { rows: 0, bytes: 0 },
  )
  return (
    <Section title="Export">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Contacts, evaluations, surveys, shifts, measures and the ranking as tables for other programs. Texts
          are redacted. The files go into the workspace’s folder.
        </Text>
        <Group gap="sm" justify="space-between">
          <SegmentedControl
            aria-label="Format of the files"
            size="xs"
            data={[...formats]}
            value={format}
            onChange={(value) => setFormat(value === 'parquet' ? 'parquet' : 'csv')}
          />
          <Checkbox
            size="sm"
            label="With customers’ pseudonyms"
            checked={withCustomers}
            onChange={(event) => setWithCustomers(event.currentTarget.checked)}
          />
          <Button
            variant="default"
            size="sm"
            loading={writing.isPending}
            leftSection={<IconTableExport size={15} aria-hidden />}
            onClick={() => writing.mutate({ format, withCustomers })}
          >
            Export
          </Button>
        </Group>
        {writing.isError && (
          <Alert color="red" variant="light">
            {errorSentence(writing.error)}
          </Alert>
        )}
        {writing.isSuccess && total && (
          <Text size="sm" role="status">
            {countOf(writing.data.files.length, 'file')} with {countOf(total.rows, 'row')} (
            {formatBytes(total.bytes)}) in{' '}
            <Code style={{ overflowWrap: 'anywhere' }}>{writing.data.directory}</Code>
          </Text>
        )}
      </Stack>
    </Section>
  )
}

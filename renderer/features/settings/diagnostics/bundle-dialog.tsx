import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Code, Group, Modal, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { IconDownload, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BundlePart } from '../../../../shared/contract/diagnostics.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { saveText } from '../../../ui/save-text.ts'
import { QueryView } from '../../../ui/states.tsx'

/** The whole bundle as text, to be read, searched and shortened before it is saved. */
export function BundleDialog({ onClose }: { onClose: () => void }) {
  // what is read here is what is saved: it must not change under the reader
  const query = useQuery(
    orpc.diagnostics.bundle.queryOptions({ staleTime: Infinity, gcTime: 0, refetchOnMount: 'always' }),
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t`A bundle to pass on`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <QueryView query={query} what={t`the bundle`}>
        {({ fileName, parts }) => <Reader fileName={fileName} parts={parts} onClose={onClose} />}
      </QueryView>
    </Modal>
  )
}

function Reader({
  fileName,
  parts,
  onClose,
}: {
  fileName: string
  parts: readonly BundlePart[]
  onClose: () => void
}) {
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const [typed, setTyped] = useState('')
  const taken = parts.filter(({ id }) => !leftOut.includes(id))
  const wanted = typed.trim().toLowerCase()
  const found = linesWith(taken, wanted)
  const save = () => {
    const content = Object.fromEntries(taken.map(({ id, text }) => [id, text.split('\n')]))
    saveText(fileName, `${JSON.stringify(content, null, 2)}\n`)
    onClose()
  }
  return (
    <Stack gap="sm">
      <Text size="sm">
        <Trans>
          This is all that would be saved: numbers and words of the program, no names and nothing that was
          said. Nothing is sent; you decide who gets the file.
        </Trans>
      </Text>
      <Group gap="md">
        {parts.map(({ id, title }) => (
          <Checkbox
            key={id}
            size="sm"
            label={title}
            checked={!leftOut.includes(id)}
            onChange={(event) =>
              setLeftOut(event.currentTarget.checked ? leftOut.filter((one) => one !== id) : [...leftOut, id])
            }
          />
        ))}
      </Group>
      <TextInput
        size="sm"
        aria-label={t`Search the bundle`}
        placeholder={t`Search the bundle, for a name or a number`}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        description={wanted === '' ? undefined : t`${formatNumber(found.length)} lines have it`}
      />
      <ScrollArea.Autosize mah="45vh" viewportProps={{ tabIndex: 0, 'aria-label': t`The bundle` }}>
        <Code block>{wanted === '' ? textOf(taken) : found.join('\n')}</Code>
      </ScrollArea.Autosize>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          leftSection={<IconDownload size={16} aria-hidden />}
          disabled={taken.length === 0}
          onClick={save}
        >
          <Trans>Save the bundle</Trans>
        </Button>
      </Group>
    </Stack>
  )
}

function textOf(parts: readonly BundlePart[]): string {
  return parts.map(({ title, text }) => `${title}\n${text === '' ? t`(nothing)` : text}`).join('\n\n')
}

function linesWith(parts: readonly BundlePart[], wanted: string): string[] {
  if (wanted === '') return []
  return parts.flatMap(({ text }) => text.split('\n')).filter((line) => line.toLowerCase().includes(wanted))
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconCircleCheck, IconDeviceFloppy, IconStethoscope } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { formatBytes } from '../../../ui/format.ts'

/** Where the workspace lies, a copy of it, and whether it is sound. */
export function WorkspaceSection() {
  const query = useQuery(orpc.workspace.status.queryOptions())
  return (
    <Section title={t`Workspace`}>
      <QueryView query={query} what={t`the workspace`}>
        {(status) => (
          <Stack gap="md">
            <Text size="sm" component="div">
              <Trans>
                One file on this machine, in <Code style={{ overflowWrap: 'anywhere' }}>{status.path}</Code>
              </Trans>
            </Text>
            <Backup folder={status.path} />
            <Check />
          </Stack>
        )}
      </QueryView>
    </Section>
  )
}

function Backup({ folder }: { folder: string }) {
  const [file, setFile] = useState(() => suggestedFile(folder))
  const backup = useMutation(orpc.workspace.backup.mutationOptions())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        backup.mutate({ file })
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={t`Back up to`}
          description={t`A full path; the copy is made while you work and checked afterwards.`}
          style={{ flex: 1 }}
          value={file}
          error={backup.isError ? errorSentence(backup.error) : undefined}
          onChange={(event) => setFile(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          size="sm"
          disabled={file.trim() === ''}
          loading={backup.isPending}
          leftSection={<IconDeviceFloppy size={15} aria-hidden />}
        >
          <Trans>Back up</Trans>
        </Button>
      </Group>
      {backup.isSuccess && (
        <Text size="sm" mt={6} role="status" style={{ color: 'var(--state-good)' }}>
          <Trans>
            Backed up and verified: {backup.data.file}, {formatBytes(backup.data.bytes)}.
          </Trans>
        </Text>
      )}
    </form>
  )
}

/** Beside the workspace's folder, never in it: a copy must survive the folder. */
function suggestedFile(folder: string): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  const parent = folder.split(separator).slice(0, -1).join(separator)
  return `${parent}${separator}debrief-backup-${new Date().toISOString().slice(0, 10)}.sqlite`
}

function Check() {
  const check = useMutation(orpc.workspace.check.mutationOptions())
  return (
    <div>
      <Group gap="xs" justify="space-between">
        <Text size="sm" c="dimmed">
          <Trans>Checks the file, its links, and all figures against the facts.</Trans>
        </Text>
        <Button
          variant="default"
          size="sm"
          loading={check.isPending}
          leftSection={<IconStethoscope size={15} aria-hidden />}
          onClick={() => check.mutate({})}
        >
          <Trans>Check now</Trans>
        </Button>
      </Group>
      {check.isError && (
        <Alert mt="xs" color="red" variant="light">
          {errorSentence(check.error)}
        </Alert>
      )}
      {check.isSuccess && check.data.ok && (
        <Alert
          mt="xs"
          color="green"
          variant="light"
          icon={<IconCircleCheck size={18} aria-hidden />}
          role="status"
        >
          <Trans>Everything is in order.</Trans>
        </Alert>
      )}
      {check.isSuccess && !check.data.ok && (
        <Alert mt="xs" color="red" variant="light" title={t`The check found something`}>
          {check.data.problems.map((problem) => (
            <Text key={problem} size="sm">
              {problem}
            </Text>
          ))}
          <Text size="sm" mt={6}>
            <Trans>Make a backup now, then restore an earlier one if figures look wrong.</Trans>
          </Text>
        </Alert>
      )}
    </div>
  )
}

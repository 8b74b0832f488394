import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Switch, Text, TextInput } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { saveText } from '../../../ui/save-text.ts'
import { QueryView } from '../../../ui/states.tsx'

/** What a director gets of this workspace: its name, and sums without a word of what was said. */
export function OwnSection() {
  const query = useQuery(orpc.merging.name.queryOptions())
  return (
    <Section title={t`This workspace for a director`}>
      <QueryView query={query} what={t`the name of this workspace`}>
        {({ name }) => <OwnName name={name} />}
      </QueryView>
      <Export />
    </Section>
  )
}

function OwnName({ name }: { name: string }) {
  const [typed, setTyped] = useState(name)
  const setName = useMutation(
    orpc.merging.setName.mutationOptions({
      onSuccess: (named) => notifyDone(t`Directors see this workspace as ${named.name}.`),
      onError: (error) => notifyFailed(t`The name was not kept`, error),
    }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setName.mutate({ name: typed })
      }}
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t`Its name`}
          description={t`What it is called where it is merged.`}
          maxLength={80}
          w={320}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="sm"
          variant="default"
          loading={setName.isPending}
          disabled={typed.trim() === '' || typed.trim() === name}
        >
          <Trans>Save</Trans>
        </Button>
      </Group>
    </form>
  )
}

function Export() {
  const [hasNames, setNames] = useState(false)
  const write = useMutation(
    orpc.merging.exportAggregate.mutationOptions({
      onSuccess: ({ fileName, content, people, leftOut, leastInACell }) => {
        saveText(fileName, content)
        notifyDone(
          t`Sums of ${plural(people, { one: '# person', other: '# people' })}; ${plural(leftOut, { one: '# observation', other: '# observations' })} in no cell of ${leastInACell} left out.`,
        )
      },
      onError: (error) => notifyFailed(t`The aggregate was not written`, error),
    }),
  )
  return (
    <Group gap="lg" mt="lg" align="flex-start" justify="space-between">
      <div style={{ flex: 1, minWidth: 320 }}>
        <Text fw={600}>
          <Trans>Aggregate</Trans>
        </Text>
        <Text size="sm" c="dimmed">
          <Trans>
            One file with sums by week, person and kind of contact: no conversation, no comment, no customer,
            and nothing about fewer than five. People are pseudonyms, the same each time, unless you give
            their names.
          </Trans>
        </Text>
      </div>
      <Group gap="md">
        <Switch
          label={t`With names`}
          checked={hasNames}
          onChange={(event) => setNames(event.currentTarget.checked)}
        />
        <Button
          size="sm"
          variant="default"
          leftSection={<IconFileExport size={16} aria-hidden />}
          loading={write.isPending}
          onClick={() => write.mutate({ hasNames })}
        >
          <Trans>Export the aggregate</Trans>
        </Button>
      </Group>
    </Group>
  )
}

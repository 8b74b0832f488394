import { Button, Group, Switch, Text, TextInput } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { countOf } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { saveText } from './save-text.ts'

/** What a director gets of this workspace: its name, and sums without a word of what was said. */
export function OwnSection() {
  const query = useQuery(orpc.merging.name.queryOptions())
  return (
    <Section title="This workspace for a director">
      <QueryView query={query} what="the name of this workspace">
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
      onSuccess: (named) => notifyDone(`Directors see this workspace as ${named.name}.`),
      onError: (error) => notifyFailed('The name was not kept', error),
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
          label="Its name"
          description="What it is called where it is merged."
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
          Save
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
          `Sums of ${countOf(people, 'person', 'people')}; ${countOf(leftOut, 'observation')} in no cell of ${leastInACell} left out.`,
        )
      },
      onError: (error) => notifyFailed('The aggregate was not written', error),
    }),
  )
  return (
    <Group gap="lg" mt="lg" align="flex-start" justify="space-between">
      <div style={{ flex: 1, minWidth: 320 }}>
        <Text fw={600}>Aggregate</Text>
        <Text size="sm" c="dimmed">
          One file with sums by week, person and kind of contact: no conversation, no comment, no customer,
          and nothing about fewer than five. People are pseudonyms, the same each time, unless you give their
          names.
        </Text>
      </div>
      <Group gap="md">
        <Switch
          label="With names"
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
          Export the aggregate
        </Button>
      </Group>
    </Group>
  )
}

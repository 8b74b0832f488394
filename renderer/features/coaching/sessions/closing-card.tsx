import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { SessionPage, SessionPerson } from '../../../../shared/contract/session.ts'
import { client } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { DateTimeField } from './date-time-field.tsx'
import type { SessionActions } from './use-session.ts'

/** That the agent has read what was agreed, in their own words, and when one meets again. */
export function ClosingCard({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  return (
    <Section title="Before you part">
      <Stack gap="md">
        <DateTimeField
          label="Next session"
          value={session.nextAt}
          onChange={(nextAt) => actions.write({ nextAt })}
        />
        {session.people.map((person) => (
          <Acknowledging key={person.id} session={session} person={person} actions={actions} />
        ))}
      </Stack>
    </Section>
  )
}

function Acknowledging({
  session,
  person,
  actions,
}: {
  session: SessionPage
  person: SessionPerson
  actions: SessionActions
}) {
  const [comment, setComment] = useState('')
  const { acknowledgement } = person
  const give = (given: { agrees: boolean; comment: string } | null) =>
    actions.act(
      () => client.sessions.acknowledge({ id: session.id, agentId: person.id, given }),
      'The acknowledgement was not noted',
    )
  if (acknowledgement)
    return (
      <div>
        <Text size="sm">
          {person.name} {acknowledgement.agrees ? 'agrees' : 'has read it and sees it otherwise'}
          {acknowledgement.how === 'file' ? ', by the file sent back' : ''},{' '}
          <Instant at={acknowledgement.at} show="relative" />.{' '}
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void give(null)}>
            Take back
          </Button>
        </Text>
        {acknowledgement.comment !== '' && <Text size="sm">“{acknowledgement.comment}”</Text>}
      </div>
    )
  return (
    <Stack gap={6}>
      <Textarea
        size="xs"
        label={`In ${person.name}’s words`}
        description="Optional"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={10_000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          size="xs"
          variant="light"
          disabled={actions.isBusy}
          leftSection={<IconCheck size={14} aria-hidden />}
          onClick={() => void give({ agrees: true, comment: comment.trim() })}
        >
          Read and agreed
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={actions.isBusy}
          onClick={() => void give({ agrees: false, comment: comment.trim() })}
        >
          Read, sees it otherwise
        </Button>
      </Group>
    </Stack>
  )
}

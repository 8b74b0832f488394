import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { SessionAnswer, SessionPage, SessionPerson } from '../../../../shared/contract/session.ts'
import { client } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { DateTimeField } from './date-time-field.tsx'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

/** That the agent has read what was agreed, in their own words, and when one meets again. */
export function ClosingCard({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  return (
    <Section title={t`Before you part`}>
      <Stack gap="md">
        <DateTimeField
          label={t`Next session`}
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
  const { acknowledgement, draftWords } = person
  // before the session starts there is nothing yet that could be read
  const hasBegun = session.state === 'running' || session.state === 'held'
  const mayRead = hasBegun && !actions.isBusy
  const give = (given: { agrees: boolean; comment: string } | null) =>
    actions.act(
      () => client.sessions.acknowledge({ id: session.id, agentId: person.id, given }),
      t`The acknowledgement was not noted`,
    )
  if (acknowledgement)
    return (
      <div>
        <Text size="sm">
          {person.name} {acknowledgement.agrees ? t`agrees` : t`has read it and sees it otherwise`}
          {acknowledgement.how === 'file' ? t`, by the file sent back` : ''},{' '}
          <Instant at={acknowledgement.at} show="relative" />.{' '}
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void give(null)}>
            <Trans>Take back</Trans>
          </Button>
        </Text>
        <Words answer={acknowledgement} />
        <EarlierAnswers answers={person.answers} />
      </div>
    )
  return (
    <Stack gap={6}>
      <Textarea
        size="xs"
        label={t`In ${person.name}’s words`}
        description={t`Optional; kept as you type, noted with the answer below`}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={10_000}
        value={draftWords}
        onChange={(event) => actions.writeWords(person.id, event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          disabled={!mayRead}
          leftSection={<IconCheck size={14} aria-hidden />}
          onClick={() => void give({ agrees: true, comment: draftWords.trim() })}
        >
          <Trans>Read and agreed</Trans>
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={!mayRead}
          onClick={() => void give({ agrees: false, comment: draftWords.trim() })}
        >
          <Trans>Read, sees it otherwise</Trans>
        </Button>
      </Group>
      <EarlierAnswers answers={person.answers} />
    </Stack>
  )
}

/** What somebody said, and what they see otherwise, each at its moment. */
function Words({ answer }: { answer: Pick<SessionAnswer, 'comment' | 'disputes'> }) {
  return (
    <>
      {answer.comment !== '' && (
        <Text size="sm" className={classes.words}>
          “{answer.comment}”
        </Text>
      )}
      {answer.disputes.length > 0 && (
        <ul className={classes.disputes} aria-label={t`Seen otherwise`}>
          {answer.disputes.map(({ title, comment }) => (
            <li key={`${title} ${comment}`}>
              <Text size="xs" c="dimmed">
                <Trans>On the moment “{title}”</Trans>
              </Text>
              <Text size="sm" className={classes.words}>
                “{comment}”
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What they said before, the newest first. */
function EarlierAnswers({ answers }: { answers: readonly SessionAnswer[] }) {
  if (answers.length === 0) return null
  return (
    <details className={classes.answers}>
      <summary>{answers.length === 1 ? t`One other answer` : t`${answers.length} other answers`}</summary>
      {answers.map((answer) => (
        <div key={`${answer.at} ${answer.comment}`}>
          <Text size="sm" c="dimmed">
            {answer.agrees === null ? t`Before the session` : answer.agrees ? t`Agreed` : t`Saw it otherwise`}
            {answer.how === 'file' ? t`, by a file sent back` : ''}, <Instant at={answer.at} />
          </Text>
          <Words answer={answer} />
        </div>
      ))}
    </details>
  )
}

import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { SessionPage } from '../../../../shared/contract/sessions.ts'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { CommitmentLine } from './commitment-line.tsx'
import { setState } from './commitments-card.tsx'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

/** What was agreed before, and what became of it. */
export function EarlierCard({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const { lastSession, earlier, people } = session
  return (
    <Section title="Last time">
      {lastSession === null ? (
        <Text size="sm" c="dimmed">
          {people.length === 1 ? 'This is the first session here.' : 'No session with any of them so far.'}
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          <Link to="/coaching/sessions/$sessionId" params={{ sessionId: lastSession.id }}>
            {lastSession.focus}
          </Link>
          , <Instant at={lastSession.heldAt} show="relative" />
        </Text>
      )}
      <ul className={classes.lines} aria-label="Agreed earlier">
        {earlier.map((one) => (
          <CommitmentLine
            key={one.id}
            commitment={one}
            hasName={people.length > 1}
            hasSession
            onState={(state) => void setState(actions, one, state)}
          />
        ))}
      </ul>
    </Section>
  )
}

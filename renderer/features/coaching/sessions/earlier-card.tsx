import { t } from '@lingui/core/macro'
import { Badge, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { orpc } from '../../../app/client.ts'
import { withLocalDays } from '../../../ui/dates.ts'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { CommitmentLine } from './commitment-line.tsx'
import { setState } from './commitments-card.tsx'
import { effectWords } from './effect-words.ts'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

/** What was agreed before, and what became of it. */
export function EarlierCard({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const { lastSession, earlier, people } = session
  return (
    <Section title={t`Last time`}>
      {lastSession === null ? (
        <Text size="sm" c="dimmed">
          {people.length === 1 ? t`This is the first session here.` : t`No session with any of them so far.`}
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          <Link to="/coaching/sessions/$sessionId" params={{ sessionId: lastSession.id }}>
            {lastSession.focus}
          </Link>
          , <Instant at={lastSession.heldAt} show="relative" />
          <LastResult sessionId={lastSession.id} agentIds={people.map(({ id }) => id)} />
        </Text>
      )}
      <ul className={classes.lines} aria-label={t`Agreed earlier`}>
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

/** What came of the last session, for those who take part in this one; asked apart, so that the sheet need not wait for it. */
function LastResult({ sessionId, agentIds }: { sessionId: number; agentIds: number[] }) {
  const effects = useQuery(orpc.sessions.effects.queryOptions({ input: { ids: [sessionId] } }))
  return (effects.data ?? [])
    .filter(({ effect }) => agentIds.includes(effect.agentId))
    .map(({ effect }) => (
      <Text key={effect.agentId} size="sm" component="span" display="block" mt={4}>
        <Badge variant="light" color={effectWords[effect.state].color} tt="none" mr={6}>
          {effectWords[effect.state].label}
        </Badge>
        {withLocalDays(effect.sentence)}
      </Text>
    ))
}

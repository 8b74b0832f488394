import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { CommitmentList } from './commitment-list.tsx'
import classes from './lists.module.css'
import { SessionLine } from './session-line.tsx'
import { useEffects } from './use-effects.ts'

/** Sessions with one agent, newest first, and what was agreed and is still open. */
export function SessionHistory({ agentId }: { agentId: number }) {
  const query = useQuery(orpc.sessions.ofAgent.queryOptions({ input: { agentId } }))
  const effectsOf = useEffects(query.data?.sessions ?? [])
  return (
    <Section title={t`Sessions`}>
      <QueryView query={query} what={t`the sessions`}>
        {({ sessions, commitments }) => {
          const open = commitments.filter(({ state }) => state === 'open')
          return sessions.length === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>None yet. “Prepare session” on an action makes the sheet.</Trans>
            </Text>
          ) : (
            <>
              <ul className={classes.list} aria-label={t`Sessions`}>
                {sessions.map((session) => (
                  <SessionLine key={session.id} session={session} effects={effectsOf(session.id)} />
                ))}
              </ul>
              {open.length > 0 && <CommitmentList commitments={open} empty="" />}
            </>
          )
        }}
      </QueryView>
    </Section>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { IconNotebook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { MySession } from '../../../shared/contract/profiles.ts'
import { orpc } from '../../app/client.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Empty, QueryView } from '../../ui/states.tsx'
import { AgreedLine } from './agreed-line.tsx'
import classes from './mine.module.css'
import { MySessionItem } from './my-session.tsx'

/** What an agent sees: the own sessions, what was agreed in them, and a place to answer. */
export function MinePage() {
  const query = useQuery(orpc.profiles.mySessions.queryOptions({ staleTime: 0 }))
  return (
    <Page
      title={t`My sessions`}
      purpose={t`What was talked about with you and agreed, and what you say to it. You see what is yours, and nobody else’s.`}
    >
      <QueryView query={query} what={t`your sessions`}>
        {(sessions) => (sessions.length === 0 ? <NoneYet /> : <Mine sessions={sessions} />)}
      </QueryView>
    </Page>
  )
}

function NoneYet() {
  return (
    <Empty icon={IconNotebook} title={t`No session with you yet`}>
      <Trans>
        Once a session with you has a date it stands here, with its page. After it, what you agreed stands
        here, too, and you can say whether you see it the same way.
      </Trans>
    </Empty>
  )
}

function Mine({ sessions }: { sessions: readonly MySession[] }) {
  const held = sessions.filter(({ heldAt }) => heldAt !== null)
  // the soonest first
  const toCome = sessions.filter(({ heldAt }) => heldAt === null).toReversed()
  const open = sessions.flatMap(({ commitments }) => commitments.filter(({ state }) => state === 'open'))
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        {toCome.length > 0 && (
          <Section title={t`To come`}>
            <SessionList sessions={toCome} label={t`Sessions to come`} />
          </Section>
        )}
        <Section title={t`Held`} note={held.length > 1 ? t`the latest first` : undefined}>
          {held.length === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>None yet.</Trans>
            </Text>
          ) : (
            <SessionList sessions={held} label={t`Sessions that were held`} />
          )}
        </Section>
      </div>
      <Section title={t`Agreed and open`}>
        {open.length === 0 ? (
          <Text size="sm" c="dimmed">
            <Trans>Nothing is open. What you agree on in a session stands here until it is done.</Trans>
          </Text>
        ) : (
          <ul className={classes.list} aria-label={t`Agreed and open`}>
            {open.map((one) => (
              <AgreedLine key={one.id} commitment={one} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

function SessionList({ sessions, label }: { sessions: readonly MySession[]; label: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {sessions.map((session) => (
        <MySessionItem key={session.id} session={session} />
      ))}
    </ul>
  )
}

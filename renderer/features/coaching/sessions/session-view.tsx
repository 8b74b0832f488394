import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { client } from '../../../app/client.ts'
import { AgendaCard } from './agenda-card.tsx'
import { ClosingCard } from './closing-card.tsx'
import { CommitmentsCard } from './commitments-card.tsx'
import { EarlierCard } from './earlier-card.tsx'
import { EffectCard } from './effect-card.tsx'
import { FigureCard } from './figure-card.tsx'
import { MomentsCard } from './moments-card.tsx'
import { NotesCard } from './notes-card.tsx'
import { QuestionsCard } from './questions-card.tsx'
import { RunningBar } from './running-bar.tsx'
import { SessionHeader } from './session-header.tsx'
import classes from './session.module.css'
import { useSession } from './use-session.ts'

/** The sheet on the left, what is written and agreed on the right; the same before, during and after, so that nothing moves. */
export function SessionView({ saved }: { saved: SessionPage }) {
  const { session, ...actions } = useSession(saved)
  const { id } = session
  return (
    <main className={classes.page}>
      <SessionHeader session={session} actions={actions} />
      {session.state === 'running' && session.removedAt === null && (
        <RunningBar session={session} actions={actions} />
      )}
      {session.removedAt !== null && (
        <Alert icon={<IconTrash size={18} aria-hidden />} color="gray" title={t`This session was removed`}>
          <Trans>
            Everything in it is kept.{' '}
            <Button
              size="compact-sm"
              variant="light"
              onClick={() =>
                void actions.act(
                  () => client.sessions.restore({ id }),
                  t`The session could not be brought back`,
                )
              }
            >
              Bring it back
            </Button>
          </Trans>
        </Alert>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          {session.state === 'held' && (
            <EffectCard sessionId={id} driverId={session.focus.driverId} people={session.people} />
          )}
          <FigureCard session={session} />
          <AgendaCard session={session} actions={actions} />
          <MomentsCard session={session} actions={actions} />
          <QuestionsCard session={session} actions={actions} />
        </div>
        <div className={classes.column}>
          <EarlierCard session={session} actions={actions} />
          <NotesCard session={session} actions={actions} />
          <CommitmentsCard session={session} actions={actions} />
          <ClosingCard session={session} actions={actions} />
        </div>
      </div>
    </main>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { client } from '../../../app/client.ts'
import { formatClock } from '../../../ui/format.ts'
import { EndSession } from './end-session.tsx'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

/** The clock of a session that is being held, and the way to its end. */
export function RunningBar({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const { id, heldMs, runningSince, plannedMinutes } = session
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (runningSince === null) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [runningSince])
  const elapsed = heldMs + (runningSince === null ? 0 : Math.max(0, now - runningSince))
  const isOver = elapsed > plannedMinutes * 60_000
  const isPaused = runningSince === null
  const open = session.agenda.filter(({ isDone }) => !isDone).length
  return (
    <div className={classes.running} role="group" aria-label={t`The session is running`}>
      <span className={classes.clock} data-over={isOver || undefined} role="timer" aria-label={t`Time held`}>
        {formatClock(elapsed)}
      </span>
      <Text size="sm" c="dimmed">
        <Trans>
          of {plannedMinutes} min{isOver ? t`, over time` : ''}
          {isPaused ? t`, paused` : ''}
        </Trans>
      </Text>
      <Button
        variant="default"
        size="compact-md"
        leftSection={
          isPaused ? <IconPlayerPlay size={14} aria-hidden /> : <IconPlayerPause size={14} aria-hidden />
        }
        onClick={() =>
          void actions.act(
            () => client.sessions.pause({ id, isPaused: !isPaused }),
            t`The clock could not be changed`,
          )
        }
      >
        {isPaused ? t`Go on` : t`Pause`}
      </Button>
      <Text size="sm" c="dimmed" flex={1}>
        {open === 0 ? t`Everything on the agenda was talked about.` : t`${open} left on the agenda.`}
      </Text>
      <EndSession session={session} actions={actions} />
    </div>
  )
}

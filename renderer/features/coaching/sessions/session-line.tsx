import { Badge } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { SessionListItem } from '../../../../shared/contract/sessions.ts'
import { countOf } from '../../../ui/format.ts'
import { Instant } from '../../../ui/time.tsx'
import classes from './lists.module.css'
import { stateWords } from './state-words.ts'

/** One session in a list: who, on what, when, and where it stands. */
export function SessionLine({ session, hasDate = true }: { session: SessionListItem; hasDate?: boolean }) {
  const { state, people, focus, plannedAt, heldAt } = session
  const { label, color } = stateWords[state]
  return (
    <li className={classes.line}>
      <Link to="/coaching/sessions/$sessionId" params={{ sessionId: session.id }} className={classes.main}>
        <span className={classes.who}>
          {people.length === 1 ? people[0]!.name : `${people.length} people`}
        </span>
        <span className={classes.what}>{focus.label}</span>
      </Link>
      <span className={classes.side}>
        {session.overdueCommitments > 0 && (
          <span className={classes.overdue}>{session.overdueCommitments} overdue</span>
        )}
        {session.openCommitments > session.overdueCommitments && (
          <span>{countOf(session.openCommitments - session.overdueCommitments, 'commitment')} open</span>
        )}
        {hasDate && (heldAt ?? plannedAt) !== null && <Instant at={heldAt ?? plannedAt} show="day" />}
        <Badge variant="light" color={color} tt="none">
          {label}
        </Badge>
      </span>
    </li>
  )
}

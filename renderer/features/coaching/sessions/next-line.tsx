import { Badge } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { NextSession } from '../../../../shared/contract/coaching-board.ts'
import { Instant } from '../../../ui/time.tsx'
import classes from './lists.module.css'
import { PrepareNext } from './prepare-next.tsx'

/** A next date in a list of sessions to come; it leads to the session it was set in. */
export function NextLine({ next }: { next: NextSession }) {
  const { people, focus, sessionId, at } = next
  return (
    <li className={classes.line}>
      <Link to="/coaching/sessions/$sessionId" params={{ sessionId }} className={classes.main}>
        <span className={classes.who}>
          {people.length === 1 ? people[0]!.name : `${people.length} people`}
        </span>
        <span className={classes.what}>{focus.label}</span>
      </Link>
      <span className={classes.side}>
        <Instant at={at} show="day" />
        <Badge variant="default" tt="none">
          planned, nothing prepared yet
        </Badge>
        <PrepareNext next={next} />
      </span>
    </li>
  )
}

import { t } from '@lingui/core/macro'
import { Link } from '@tanstack/react-router'
import classes from './lists.module.css'

/** The beginning of a line about a session in a list: who, and on what; it leads to the session. */
export function LineLink({
  sessionId,
  people,
  focus,
}: {
  sessionId: number
  people: readonly { name: string }[]
  focus: { label: string }
}) {
  return (
    <Link to="/coaching/sessions/$sessionId" params={{ sessionId }} className={classes.main}>
      <span className={classes.who}>
        {people.length === 1 ? people[0]!.name : t`${people.length} people`}
      </span>
      <span className={classes.what}>{focus.label}</span>
    </Link>
  )
}

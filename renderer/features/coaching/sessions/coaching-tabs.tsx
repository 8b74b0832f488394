import { t } from '@lingui/core/macro'
import { Link } from '@tanstack/react-router'
import classes from './coaching-tabs.module.css'

const tabs = [
  { to: '/coaching', label: t`Team` },
  { to: '/coaching/week', label: t`This week` },
  { to: '/coaching/sessions', label: t`Sessions` },
  { to: '/coaching/questions', label: t`Questions` },
] as const

/** The parts of Coaching: whom to coach, this week, every session, the questions to ask. */
export function CoachingTabs() {
  return (
    <nav className={classes.tabs} aria-label={t`Parts of Coaching`}>
      {tabs.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

import { Link } from '@tanstack/react-router'
import classes from './coaching-tabs.module.css'

const tabs = [
  { to: '/coaching', label: 'Team' },
  { to: '/coaching/week', label: 'This week' },
  { to: '/coaching/sessions', label: 'Sessions' },
  { to: '/coaching/questions', label: 'Questions' },
] as const

/** The parts of Coaching: whom to coach, this week, every session, the questions to ask. */
export function CoachingTabs() {
  return (
    <nav className={classes.tabs} aria-label="Parts of Coaching">
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

import { t } from '@lingui/core/macro'
import { Link } from '@tanstack/react-router'
import type { SessionPerson } from '../../../../shared/contract/session.ts'

/** Who takes part, each with a way to their page, in the team of the day, and where they are now. */
export function SessionPeople({ people }: { people: readonly SessionPerson[] }) {
  return (
    <span>
      {people.map((person, index) => (
        <span key={person.id}>
          {index > 0 && ', '}
          <Link to="/coaching" search={{ agent: person.id }}>
            {person.name}
          </Link>
          {person.team !== null && ` (${person.team})`}
          {person.teamNow !== null && person.teamNow !== person.team && t`, now in ${person.teamNow}`}
          {person.isGone && t`, no longer here`}
        </span>
      ))}
    </span>
  )
}

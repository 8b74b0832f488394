import { Plural, Trans } from '@lingui/react/macro'
import { Button, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { TeamList } from '../../../shared/contract/coaching.ts'
import { withLocalDays } from '../../ui/dates.ts'
import { TextLink } from '../../ui/link.tsx'
import classes from './team-list.module.css'

/** People of the teams who are not ranked, or not in a list where nobody is, by the reason why. */
export function HiddenPeople({ hidden, isRanked }: Pick<TeamList, 'hidden' | 'isRanked'>) {
  const [isOpen, { toggle }] = useDisclosure(false)
  if (hidden.length === 0) return null
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const reasons = Map.groupBy(hidden, ({ why }) => why)
  return (
    <div className={classes.hidden}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        px={4}
        ml={-4}
        leftSection={<Chevron size={14} aria-hidden />}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {isRanked ? (
          <Trans>
            <Plural value={hidden.length} one="# person" other="# people" /> not ranked
          </Trans>
        ) : (
          <Trans>
            <Plural value={hidden.length} one="# person" other="# people" /> not listed
          </Trans>
        )}
      </Button>
      <Collapse expanded={isOpen}>
        <dl className={classes.reasons}>
          {[...reasons].map(([why, people]) => (
            <div key={why}>
              <dt>{asHeading(withLocalDays(why))}</dt>
              {people.map(({ agent }) => (
                <dd key={agent.id}>{agent.name}</dd>
              ))}
            </div>
          ))}
        </dl>
        <TextLink to="/data" search={{ tab: 'people' }} size="sm">
          <Trans>Who is who: People in Data</Trans>
        </TextLink>
      </Collapse>
    </div>
  )
}

function asHeading(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1)
}

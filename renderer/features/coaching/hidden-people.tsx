import { Button, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { TeamList } from '../../../shared/contract/coaching.ts'
import { withLocalDays } from '../../ui/dates.ts'
import { countOf } from '../../ui/format.ts'
import classes from './team-list.module.css'

/** People of the teams who are not ranked, and why. */
export function HiddenPeople({ hidden }: { hidden: TeamList['hidden'] }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  if (hidden.length === 0) return null
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div className={classes.hidden}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<Chevron size={14} aria-hidden />}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {countOf(hidden.length, 'person', 'people')} not ranked
      </Button>
      <Collapse expanded={isOpen}>
        <ul>
          {hidden.map(({ agent, why }) => (
            <li key={agent.id}>
              {agent.name}: {withLocalDays(why)}
            </li>
          ))}
        </ul>
      </Collapse>
    </div>
  )
}

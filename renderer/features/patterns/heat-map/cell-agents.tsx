import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { PatternDriver, PatternGroup } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { valueWords } from '../words.ts'
import classes from '../patterns.module.css'

const SHOWN_AT_FIRST = 6

/** The people of a team on one driver, the worst first, each with a way to their page. */
export function CellAgents({
  driver,
  group,
  days,
}: {
  driver: PatternDriver
  group: PatternGroup
  days: number | undefined
}) {
  const [isWhole, { open }] = useDisclosure(false)
  const { data } = useQuery(orpc.patterns.driver.queryOptions({ input: { driverId: driver.id, days } }))
  const own = (data?.funnel?.points ?? [])
    .filter(({ team }) => team === group.label)
    .toSorted((a, b) => (driver.polarity.direction === 'lower' ? b.value - a.value : a.value - b.value))
  if (own.length === 0) return null
  const shown = isWhole ? own : own.slice(0, SHOWN_AT_FIRST)
  return (
    <section aria-label="Agents behind the figure">
      <h3 className={classes.subtitle}>
        Agents <span>{own.length}, adjusted for their mix of contacts</span>
      </h3>
      <ul className={classes.list}>
        {shown.map(({ agent, value, n }) => (
          <li key={agent.id}>
            <span>
              <TextLink to="/coaching" search={{ agent: agent.id }}>
                {agent.name}
              </TextLink>
              <span className={classes.where}>n = {formatNumber(n)}</span>
            </span>
            <span className={classes.value}>{valueWords(driver, value)}</span>
          </li>
        ))}
      </ul>
      {shown.length < own.length && (
        <Button variant="subtle" size="compact-sm" ml={-8} onClick={open}>
          All {own.length}
        </Button>
      )}
    </section>
  )
}

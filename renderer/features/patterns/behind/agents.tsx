import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type {
  ConversationGroup,
  FiguresOver,
  PatternDriver,
  PatternGroup,
} from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import classes from '../patterns.module.css'
import { askedGroup } from './asked-group.ts'
import { valueWords } from '../words.ts'

const SHOWN_AT_FIRST = 6

interface Shown {
  id: number
  name: string
  value: number
  n: number
}

/** The people of a team on one driver, the worst first, each with a way to their page. */
export function AgentsOfTeam({
  driver,
  group,
  days,
}: {
  driver: PatternDriver
  group: PatternGroup
  days: number | undefined
}) {
  const { data } = useQuery(orpc.patterns.driver.queryOptions({ input: { driverId: driver.id, days } }))
  const own = (data?.funnel?.points ?? [])
    .filter(({ team }) => String(team?.id) === group.key)
    .toSorted((a, b) => (driver.polarity.direction === 'lower' ? b.value - a.value : a.value - b.value))
  return (
    <AgentList
      driver={driver}
      note={t`adjusted for their mix of contacts`}
      agents={own.map(({ agent, value, observed }) => ({ ...agent, value, n: observed }))}
    />
  )
}

/** The people whose conversations count in a group, with what was observed of them there, the worst first. */
export function AgentsWithin({
  driverId,
  group,
  over,
  days,
}: {
  driverId: string
  group: ConversationGroup
  over: FiguresOver
  days: number | undefined
}) {
  const within = askedGroup(group)
  const { data } = useQuery(
    orpc.patterns.levels.queryOptions({ input: { driverId, over, days, source: 'agent', within } }),
  )
  if (!data) return null
  return (
    <AgentList
      driver={data.driver}
      note={t`as observed here`}
      agents={data.levels.map(({ key, label, value, n }) => ({ id: Number(key), name: label, value, n }))}
    />
  )
}

function AgentList({
  driver,
  note,
  agents,
}: {
  driver: PatternDriver
  note: string
  agents: readonly Shown[]
}) {
  const [isWhole, { open }] = useDisclosure(false)
  if (agents.length === 0) return null
  const shown = isWhole ? agents : agents.slice(0, SHOWN_AT_FIRST)
  return (
    <section aria-label={t`Agents behind the figure`}>
      <h3 className={classes.subtitle}>
        <Trans>
          Agents{' '}
          <span>
            {agents.length}, {note}
          </span>
        </Trans>
      </h3>
      <ul className={classes.list}>
        {shown.map(({ id, name, value, n }) => (
          <li key={id}>
            <span>
              <TextLink to="/coaching" search={{ agent: id }}>
                {name}
              </TextLink>
              <span className={classes.where}>n = {formatNumber(n)}</span>
            </span>
            <span className={classes.value}>{valueWords(driver, value)}</span>
          </li>
        ))}
      </ul>
      {shown.length < agents.length && (
        <Button variant="subtle" size="compact-sm" ml={-8} onClick={open}>
          <Trans>All {agents.length}</Trans>
        </Button>
      )}
    </section>
  )
}

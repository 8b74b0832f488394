import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import { withLocalDays } from '../../../ui/dates.ts'
import classes from '../patterns.module.css'
import { AgentsWithin } from './agents.tsx'
import { Conversations } from './conversations.tsx'
import { useNumbers, type OpenedNumber } from './opened.ts'

/** Of these groups the people are listed too. */
const withAgents = ['team', 'site', 'queue', 'reason', 'reviewer'] as const

/** What a number is made of: what is meant, the conversations that count in it, and whose they are. */
export function BehindPanel({ number, onClose }: { number: OpenedNumber; onClose: () => void }) {
  const { driverId, group } = number
  const { over, days } = useNumbers()
  const panel = useRef<HTMLElement>(null)
  const { data } = useQuery(
    orpc.patterns.conversations.queryOptions({ input: { driverId, group, over, days, limit: 1 } }),
  )
  useEffect(() => panel.current?.focus(), [])
  const hasAgents = withAgents.some((kind) => kind === group.kind)
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label={data ? `${data.driver.label}, ${withLocalDays(data.label)}` : t`Behind the number`}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={classes.head}>
        <div>
          <h2 className={classes.title}>{data?.driver.label ?? ' '}</h2>
          <span className={classes.group}>{data && withLocalDays(data.label)}</span>
          {group.kind === 'agent' && (
            <TextLink to="/coaching" search={{ agent: Number(group.key) }} size="sm" ms="sm">
              <Trans>Open in Coaching</Trans>
            </TextLink>
          )}
        </div>
        <CloseButton aria-label={t`Close the panel`} onClick={onClose} />
      </div>
      <Conversations driverId={driverId} group={group} over={over} days={days} />
      {hasAgents && <AgentsWithin driverId={driverId} group={group} over={over} days={days} />}
    </aside>
  )
}

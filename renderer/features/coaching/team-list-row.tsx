import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Tooltip } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { TeamListItem } from '../../../shared/contract/coaching.ts'
import { StateMark } from './state-mark.tsx'
import classes from './team-list.module.css'

/** One agent of the list: the state, the name, why here, and what else one should see before clicking. */
export function TeamListRow({
  item,
  isChosen,
  isTied,
  hasNamesake,
  priorityShare,
  onChoose,
}: {
  item: TeamListItem
  isChosen: boolean
  isTied: boolean
  /** Somebody else of the list has the same name: the team tells them apart. */
  hasNamesake: boolean
  /** This priority as a share of the highest, 0..1. */
  priorityShare: number
  onChoose: (agentId: number) => void
}) {
  const { agent, reason, isNew, coachedToday, state, rank } = item
  const isRanked = state === 'must-address' || state === 'act'
  const isStanding = state === 'on-track' || state === 'unranked'
  return (
    <button
      type="button"
      className={classes.row}
      data-agent={agent.id}
      data-state={state}
      aria-current={isChosen ? 'true' : undefined}
      tabIndex={isChosen ? 0 : -1}
      onClick={() => onChoose(agent.id)}
    >
      {state !== 'unranked' && (
        <span className={classes.rank}>
          {isRanked ? rank : ''}
          {isTied && (
            <Tooltip label={t`Its priority cannot be told from the one above`}>
              <span className={classes.tie}>
                <span aria-hidden>≈</span>
                <span className="visually-hidden">
                  <Trans> tied with the one above</Trans>
                </span>
              </span>
            </Tooltip>
          )}
        </span>
      )}
      <span className={classes.text}>
        <span className={classes.name}>
          <span className={classes.nameText}>{agent.name}</span>
          {hasNamesake && !isStanding && <span className={classes.team}>{agent.team ?? t`no team`}</span>}
          {isNew && (
            <span className={classes.new}>
              <Trans>new</Trans>
            </span>
          )}
          {coachedToday && (
            <span className={classes.coached}>
              <Trans>
                <IconCheck size={13} stroke={2.4} aria-hidden />
                coached
              </Trans>
            </span>
          )}
        </span>
        <span className={classes.reason}>{isStanding ? standingOf(item) : reason}</span>
      </span>
      {state !== 'unranked' && (
        <span className={classes.standing}>
          <StateMark state={state} />
          {isRanked && priorityShare > 0 && (
            <span className={classes.bar} aria-hidden title={t`Priority beside the highest of the list`}>
              <span style={{ width: `${Math.max(6, priorityShare * 100)}%` }} />
            </span>
          )}
        </span>
      )}
    </button>
  )
}

/** Where the heading above says all there is of the state, or there is no state: the line tells who that is. */
function standingOf({ agent, contacts }: TeamListItem): string {
  return [agent.team ?? t`no team`, plural(contacts, { one: '# contact', other: '# contacts' })].join(' · ')
}

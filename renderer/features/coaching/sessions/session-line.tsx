import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Badge, Tooltip } from '@mantine/core'
import type { CoachingEffect, EffectState } from '../../../../shared/contract/effects.ts'
import type { SessionListItem } from '../../../../shared/contract/session.ts'
import { Instant } from '../../../ui/time.tsx'
import { withLocalDays } from '../../../ui/dates.ts'
import { effectWords } from './effect-words.ts'
import { LineLink } from './line-link.tsx'
import classes from './lists.module.css'
import { stateWords } from './state-words.ts'

/** One session in a list: who, on what, when, and where it stands. */
export function SessionLine({
  session,
  effects = [],
}: {
  session: SessionListItem
  /** What came of it, of those who took part. */
  effects?: readonly CoachingEffect[]
}) {
  const { state, people, focus, plannedAt, heldAt } = session
  const { label, color } = stateWords[state]
  return (
    <li className={classes.line}>
      <LineLink sessionId={session.id} people={people} focus={focus} />
      <span className={classes.side}>
        {session.overdueCommitments > 0 && (
          <span className={classes.overdue}>
            <Trans>{session.overdueCommitments} overdue</Trans>
          </span>
        )}
        {session.openCommitments > session.overdueCommitments && (
          <span>
            <Trans>
              <Plural
                value={session.openCommitments - session.overdueCommitments}
                one="# commitment"
                other="# commitments"
              />{' '}
              open
            </Trans>
          </span>
        )}
        {(heldAt ?? plannedAt) !== null && <Instant at={heldAt ?? plannedAt} show="day" />}
        {effects.length === 0 ? (
          <Badge variant="light" color={color} tt="none">
            {label}
          </Badge>
        ) : (
          <EffectBadges effects={effects} />
        )}
      </span>
    </li>
  )
}

/** The verdicts of a session, each once with how often where it was a group. */
function EffectBadges({ effects }: { effects: readonly CoachingEffect[] }) {
  const byState = Map.groupBy(effects, ({ state }) => state)
  return (
    <>
      {[...byState].map(([state, own]: [EffectState, CoachingEffect[]]) => (
        <Tooltip
          key={state}
          label={own.map(({ sentence }) => withLocalDays(sentence)).join(' ')}
          multiline
          w={340}
        >
          <Badge variant="light" color={effectWords[state].color} tt="none" tabIndex={0}>
            {effectWords[state].label}
            {effects.length > 1 && t` ${own.length} of ${effects.length}`}
          </Badge>
        </Tooltip>
      ))}
    </>
  )
}

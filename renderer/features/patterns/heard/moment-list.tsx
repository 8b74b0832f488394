import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { PatternMoment } from '../../../../shared/contract/patterns.ts'
import { MomentSounds } from '../../../app/sound/moment-sounds.tsx'
import { PlayMoment } from '../../../app/sound/play-moment.tsx'
import { formatClock } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Instant } from '../../../ui/time.tsx'
import classes from './moment-list.module.css'

const SHOWN_AT_FIRST = 3

/** The conversations a finding rests on, each opened at the turn meant. */
export function MomentList({ moments, title }: { moments: readonly PatternMoment[]; title: string }) {
  const [isOpen, { open }] = useDisclosure(false)
  if (moments.length === 0) return null
  const shown = isOpen ? moments : moments.slice(0, SHOWN_AT_FIRST)
  return (
    <MomentSounds interactionIds={shown.map(({ interactionId }) => interactionId)}>
      <div>
        <ul className={classes.list} aria-label={title}>
          {shown.map((moment, index) => (
            // the same turn may stand for two findings of one list
            <li key={`${moment.interactionId} ${moment.segment} ${index}`} className={classes.moment}>
              <span className={classes.quote}>“{moment.quote}”</span>
              <span className={classes.where}>
                <PlayMoment
                  interactionId={moment.interactionId}
                  startMs={moment.startMs}
                  endMs={moment.endMs}
                  label={moment.agent?.name ?? t`the conversation`}
                />
                <TextLink
                  to="/conversations/$interactionId"
                  params={{ interactionId: moment.interactionId }}
                  search={{ segment: moment.segment }}
                >
                  {moment.agent?.name ?? t`Nobody named`}
                  {moment.startMs === null ? '' : t`, at ${formatClock(moment.startMs)}`}
                </TextLink>
                <span>
                  {[moment.team, moment.queue].filter(Boolean).join(' · ')} ·{' '}
                  <Instant at={moment.at} show="day" />
                </span>
                <span className={classes.why}>{moment.note}</span>
              </span>
            </li>
          ))}
        </ul>
        {shown.length < moments.length && (
          <Button variant="subtle" size="compact-sm" mt={4} onClick={open}>
            <Trans>{moments.length - shown.length} more</Trans>
          </Button>
        )}
      </div>
    </MomentSounds>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Collapse, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconCalendarClock,
  IconChevronRight,
  IconClipboardCheck,
  IconMessageCircle,
  IconPhone,
  IconStar,
  type Icon,
} from '@tabler/icons-react'
import { useId } from 'react'
import type { Evidence } from '../../../shared/contract/coaching.ts'
import { PlayMoment } from '../../app/sound/play-moment.tsx'
import { formatClock } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { Instant } from '../../ui/time.tsx'
import classes from './evidence.module.css'

const kinds: Record<Evidence['kind'], { icon: Icon; label: string }> = {
  transcript: { icon: IconMessageCircle, label: t`Conversation` },
  answer: { icon: IconClipboardCheck, label: t`Review` },
  shift: { icon: IconCalendarClock, label: t`Shift` },
  survey: { icon: IconStar, label: t`Survey` },
  contact: { icon: IconPhone, label: t`Contact` },
}

/** One moment: its quote and circumstance; opened, the turns around it and the way to the conversation. */
export function EvidenceMoment({
  moment,
  questionId,
  hasKey,
}: {
  moment: Evidence
  questionId: string | undefined
  hasKey: boolean
}) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const panel = useId()
  const { icon: Picture, label } = kinds[moment.kind]
  return (
    <li className={classes.moment}>
      <PlayMoment
        className={classes.play}
        interactionId={moment.interactionId}
        startMs={moment.span?.startMs ?? null}
        endMs={moment.span?.endMs ?? null}
        label={`“${moment.title}”`}
      />
      <UnstyledButton
        className={classes.summary}
        onClick={toggle}
        aria-expanded={isOpen}
        aria-controls={panel}
        data-key={hasKey ? 'evidence' : undefined}
      >
        <IconChevronRight className={classes.chevron} size={15} aria-hidden data-open={isOpen || undefined} />
        <Picture className={classes.kind} size={16} stroke={1.7} aria-hidden />
        <span className={classes.title} data-open={isOpen || undefined}>
          <span className="visually-hidden">{label}: </span>
          {moment.title}
          {!isOpen && moment.detail !== '' && <span className={classes.inline}>{moment.detail}</span>}
        </span>
        <span className={classes.when}>
          <Instant at={moment.at} show="relative" />
        </span>
      </UnstyledButton>
      <Collapse expanded={isOpen} id={panel}>
        <div className={classes.body}>
          <p className={classes.detail}>{moment.detail}</p>
          {moment.turns.length > 0 && (
            <ol className={classes.turns}>
              {moment.turns.map((turn) => (
                <li key={turn.segment} className={classes.turn} data-moment={turn.isMoment || undefined}>
                  <span className={classes.clock}>
                    {turn.startMs === null ? '' : formatClock(turn.startMs)}
                  </span>
                  <span className={classes.speaker}>{turn.speaker}</span>
                  <span>
                    {turn.isMoment && (
                      <span className="visually-hidden">
                        <Trans>The moment: </Trans>
                      </span>
                    )}
                    {turn.text}
                  </span>
                </li>
              ))}
            </ol>
          )}
          {moment.interactionId !== null && (
            <TextLink
              size="sm"
              underline="always"
              to="/conversations/$interactionId"
              params={{ interactionId: moment.interactionId }}
              search={{
                segment: moment.span?.firstSegment,
                evaluation: moment.evaluationId ?? undefined,
                question: questionId,
                at: moment.turns.find(({ isMoment }) => isMoment)?.startMs ?? undefined,
              }}
            >
              <Trans>Open the conversation</Trans>
            </TextLink>
          )}
        </div>
      </Collapse>
    </li>
  )
}

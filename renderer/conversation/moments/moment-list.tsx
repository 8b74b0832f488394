import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Chip, Text } from '@mantine/core'
import { IconArrowsCross, IconMoodSad, IconPlayerPause, IconVolumeOff } from '@tabler/icons-react'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { VerdictIcon } from '../verdict.tsx'
import styles from './moment-list.module.css'
import { groupOf, type Moment, type MomentGroup, momentGroups, momentsOf } from './moments.ts'

interface MomentListProps {
  /** What the timeline's shapes mean, beside the choice of moments. */
  legend: ReactNode
  conversation: Pick<Conversation, 'segments' | 'marks'>
  selectedSegment: number | null
  onSelect(moment: Moment): void
}

const noMoments: Moment[] = []
const mostAtOnce = 150

/** What the timeline draws, as a list one can read and press: the timeline's table. */
export function MomentList({ legend, conversation, selectedSegment, onSelect }: MomentListProps) {
  const all = useMemo(() => momentsOf(conversation), [conversation])
  // Hundreds of them come a moment after the words, which are what one waits for.
  const moments = useDeferredValue(all, all.length > mostAtOnce ? noMoments : all)
  const [hidden, setHidden] = useState<MomentGroup[]>([])
  const groups = Object.keys(momentGroups).filter((group): group is MomentGroup =>
    moments.some((moment) => groupOf(moment.mark) === group),
  )
  if (all.length === 0) {
    return (
      <Text size="sm" c="dimmed" component="div">
        <Trans>
          {legend}
          No silences, overlaps or evidence were found in this conversation.
        </Trans>
      </Text>
    )
  }
  return (
    <>
      <div className={styles.tools}>
        {legend}
        <Chip.Group
          multiple
          value={groups.filter((group) => !hidden.includes(group))}
          onChange={(shown) => setHidden(groups.filter((group) => !shown.includes(group)))}
        >
          <div className={styles.groups} role="group" aria-label={t`Kinds of moments shown`}>
            {groups.map((group) => (
              <Chip key={group} value={group} size="xs" variant="outline">
                {momentGroups[group]} {moments.filter((moment) => groupOf(moment.mark) === group).length}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </div>
      <ol className={styles.list} aria-label={t`Moments`} tabIndex={-1}>
        {moments
          .filter((moment) => !hidden.includes(groupOf(moment.mark)))
          .map((moment) => (
            <li key={moment.id}>
              <button
                type="button"
                className={styles.moment}
                aria-current={selectedSegment !== null && moment.segment === selectedSegment}
                onClick={() => onSelect(moment)}
              >
                <span className={styles.place}>{moment.place}</span>
                <MomentIcon moment={moment} />
                <span className={styles.title} title={moment.title}>
                  {moment.title}
                </span>
              </button>
            </li>
          ))}
      </ol>
    </>
  )
}

function MomentIcon({ moment }: { moment: Moment }) {
  const shared = { size: 15, 'aria-hidden': true, style: { flex: 'none', color: 'var(--ink-dim)' } } as const
  switch (groupOf(moment.mark)) {
    case 'evidence':
      return <VerdictIcon verdict={moment.mark.verdict} size={15} />
    case 'silence':
      return <IconVolumeOff {...shared} />
    case 'hold':
      return <IconPlayerPause {...shared} />
    case 'overlap':
      return <IconArrowsCross {...shared} style={{ flex: 'none', color: 'var(--warning)' }} />
    case 'lowest-point':
      return <IconMoodSad {...shared} style={{ flex: 'none', color: 'var(--negative)' }} />
  }
}

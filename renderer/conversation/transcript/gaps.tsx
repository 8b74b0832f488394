import { t } from '@lingui/core/macro'
import { IconPlayerPause, IconVolumeOff } from '@tabler/icons-react'
import { durationWords } from '../words.ts'
import styles from './transcript.module.css'
import type { Mark, Segment } from './turn.tsx'

/** A silence or hold as a line across the transcript. */
export function Gap({ gap }: { gap: Mark }) {
  return (
    <div className={styles.gap}>
      <span>
        {gap.kind === 'hold' ? (
          <IconPlayerPause size={13} aria-hidden />
        ) : (
          <IconVolumeOff size={13} aria-hidden />
        )}
        {gapWords(gap)}
      </span>
    </div>
  )
}

function gapWords(gap: Mark): string {
  const length = gap.startMs !== null && gap.endMs !== null ? durationWords(gap.endMs - gap.startMs) : null
  if (gap.kind === 'hold') return length ? t`on hold, ${length}` : t`on hold`
  return length ? t`${length} of silence` : t`silence`
}

/** The silence or hold that stands directly before a turn, by the turn's index. The longer one where there are two. */
export function gapsBefore(segments: readonly Segment[], marks: readonly Mark[]): Map<number, Mark> {
  const gaps = new Map<number, Mark>()
  for (const mark of marks) {
    if ((mark.kind !== 'silence' && mark.kind !== 'hold') || mark.startMs === null) continue
    const { startMs } = mark
    const next = segments.find((segment) => segment.startMs !== null && segment.startMs >= startMs + 1)
    if (!next) continue
    const known = gaps.get(next.index)
    const lengthOf = (gap: Mark) => (gap.endMs ?? 0) - (gap.startMs ?? 0)
    if (!known || lengthOf(known) < lengthOf(mark)) gaps.set(next.index, mark)
  }
  return gaps
}

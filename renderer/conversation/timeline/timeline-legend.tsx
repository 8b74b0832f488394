import { t } from '@lingui/core/macro'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import styles from './speaker-timeline.module.css'

/** What the drawing's shapes mean; only those that occur. */
export function TimelineLegend({ marks, recording }: Pick<Conversation, 'marks' | 'recording'>) {
  const has = (...kinds: Conversation['marks'][number]['kind'][]) =>
    marks.some((mark) => kinds.includes(mark.kind))
  const stripes = 'repeating-linear-gradient(45deg, var(--neutral) 0 1.5px, transparent 1.5px 4px)'
  const holdStripes =
    'repeating-linear-gradient(-45deg, var(--warning) 0 1.5px, transparent 1.5px 4px), var(--warning-soft)'
  const sounds = recording?.isHeard ? recording.activity.flat() : []
  const frame = { border: '1px dashed var(--line-strong)', background: 'var(--surface-sunken)' }
  const entries = [
    { shown: true, label: t`agent speaks`, style: { background: 'var(--agent)' } },
    { shown: true, label: t`customer speaks`, style: { background: 'var(--customer)' } },
    { shown: has('silence'), label: t`nobody speaks`, style: { background: stripes } },
    { shown: has('hold'), label: t`on hold`, style: { background: holdStripes } },
    {
      shown: has('overtalk', 'interruption'),
      label: t`both speak`,
      style: { background: 'var(--warning)', height: 4 },
    },
    { shown: sounds.some(({ kind }) => kind !== 'speech'), label: t`music or ringing`, style: frame },
    {
      shown: recording?.isHeard === true && recording.silenced.length > 0,
      label: t`taken out, silent`,
      style: {
        border: '1px solid var(--ink-dim)',
        background: 'repeating-linear-gradient(0deg, var(--ink-dim) 0 1px, transparent 1px 3px)',
      },
    },
    {
      shown: recording?.isHeard === true,
      label: t`pace in words a minute`,
      style: { background: 'linear-gradient(90deg, var(--agent) 40%, var(--customer) 60%)', opacity: 0.55 },
    },
  ]
  return (
    <div className={styles.legend}>
      {entries
        .filter((entry) => entry.shown)
        .map((entry) => (
          <span key={entry.label}>
            <span className={styles.swatch} style={entry.style} aria-hidden />
            {entry.label}
          </span>
        ))}
    </div>
  )
}

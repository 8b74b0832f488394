import type { Conversation } from '../../../../shared/contract/conversations.ts'
import styles from './speaker-timeline.module.css'

/** What the drawing's shapes mean; only those that occur. */
export function TimelineLegend({ marks }: Pick<Conversation, 'marks'>) {
  const has = (...kinds: Conversation['marks'][number]['kind'][]) =>
    marks.some((mark) => kinds.includes(mark.kind))
  const stripes = 'repeating-linear-gradient(45deg, var(--neutral) 0 1.5px, transparent 1.5px 4px)'
  const entries = [
    { shown: true, label: 'agent speaks', style: { background: 'var(--agent)' } },
    { shown: true, label: 'customer speaks', style: { background: 'var(--customer)' } },
    { shown: has('silence'), label: 'nobody speaks', style: { background: stripes } },
    { shown: has('hold'), label: 'on hold', style: { background: 'var(--warning)', opacity: 0.35 } },
    {
      shown: has('overtalk', 'interruption'),
      label: 'both speak',
      style: { background: 'var(--warning)', height: 4 },
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

import { t } from '@lingui/core/macro'
import {
  IconArrowDownRight,
  IconArrowUpRight,
  IconArrowsVertical,
  IconChevronDown,
  IconChevronUp,
  IconMinus,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { MetricDefinition } from '../../../../shared/domain/metric-definition.ts'
import { formatValue } from '../../../ui/format.ts'
import { betterOf, factsOf } from './metric-words.ts'
import { TargetField } from './target-field.tsx'
import styles from './metrics.module.css'

interface MetricLineProps {
  metric: MetricDefinition
  isOpen: boolean
  onToggle(): void
}

const directionIcons = {
  higher: IconArrowUpRight,
  lower: IconArrowDownRight,
  band: IconArrowsVertical,
  context: IconMinus,
}

/** One definition: name, sentence, which way is better; opened, everything that belongs to it. */
export function MetricLine({ metric, isOpen, onToggle }: MetricLineProps) {
  const line = useRef<HTMLDivElement>(null)
  const Direction = directionIcons[metric.polarity.direction]
  const Chevron = isOpen ? IconChevronUp : IconChevronDown
  useEffect(() => {
    // Only the address opens a line that is out of sight.
    if (isOpen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <div className={styles.metric} ref={line}>
      <button type="button" className={styles.line} aria-expanded={isOpen} onClick={onToggle}>
        <strong>{metric.label}</strong>
        <span className={styles.definition}>{metric.definition}</span>
        <span className={styles.better}>
          <Direction size={14} aria-hidden />
          {betterOf(metric)}
        </span>
        <span className={styles.better}>
          {metric.target !== null && t`target ${formatValue(metric.target, metric.unit, metric.scale)}`}
        </span>
        <Chevron size={16} aria-hidden />
      </button>
      {isOpen && mayHaveTarget(metric) && <TargetField key={metric.target} metric={metric} />}
      {isOpen && (
        <dl className={styles.facts}>
          {factsOf(metric).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function mayHaveTarget({ role, polarity }: MetricDefinition): boolean {
  return role === 'driver' && (polarity.direction === 'higher' || polarity.direction === 'lower')
}

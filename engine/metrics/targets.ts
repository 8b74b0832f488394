import { t } from '#speech'
import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { targetBounds } from '../../shared/domain/targets.ts'
import { Problem } from '../problem.ts'
import type { WritableDatabase } from '../store/index.ts'
import { readCatalogue } from './catalogue.ts'
import { keepTarget } from './targets.store.ts'

/** Sets a driver's target, in its stored unit, or takes it away with null: what agents and averages are held against. */
export function setTarget(
  database: WritableDatabase,
  metricId: string,
  value: number | null,
  now: number,
): void {
  const definition = readCatalogue(database).find(({ id }) => id === metricId)
  if (!definition) throw new Problem('NOT_FOUND', t`There is no metric "${{ metricId }}".`)
  if (!mayHaveTarget(definition))
    throw new Problem(
      'CONFLICT',
      t`${{ label: definition.label }} can have no target: no one direction of it is better.`,
    )
  const { low, high } = targetBounds(definition)
  if (value !== null && !(value >= low && value <= high))
    throw new Problem(
      'INVALID_INPUT',
      t`${{ label: definition.label }} cannot reach that; give a value it can have.`,
    )
  keepTarget(database, metricId, value, now)
}

function mayHaveTarget({ role, polarity }: MetricDefinition): boolean {
  return role === 'driver' && (polarity.direction === 'higher' || polarity.direction === 'lower')
}

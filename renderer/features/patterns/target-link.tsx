import { Trans } from '@lingui/react/macro'
import type { DriverPattern } from '../../../shared/contract/group-patterns.ts'
import { TextLink } from '../../ui/link.tsx'

/** Where no target says what a driver's average should be: the way to where one is set. */
export function TargetLink({ driver, grid }: Pick<DriverPattern, 'driver' | 'grid'>) {
  const isSet = grid.yardstick?.basis === 'target' || grid.yardstick?.basis === 'band'
  if (isSet) return null
  return (
    <TextLink to="/data" search={{ tab: 'metrics', metric: driver.id }} size="sm" underline="always">
      <Trans>Set a target</Trans>
    </TextLink>
  )
}

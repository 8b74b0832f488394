import { t } from '@lingui/core/macro'
import {
  IconAdjustments,
  IconArrowsSplit2,
  IconCircleCheck,
  IconHelpCircle,
  IconScale,
  IconUserUp,
  type Icon,
} from '@tabler/icons-react'
import type { DriverPattern } from '../../../shared/contract/group-patterns.ts'
import classes from './patterns.module.css'

export type GridPlace = DriverPattern['grid']['place']

export const gridPlaces: Record<GridPlace, { words: string; icon: Icon }> = {
  'fix-the-process': { words: t`Fix the process`, icon: IconAdjustments },
  mixed: { words: t`Fix the process, and coach the tail`, icon: IconArrowsSplit2 },
  'leave-alone': { words: t`Leave it alone`, icon: IconCircleCheck },
  'coach-the-few': { words: t`Coach the few`, icon: IconUserUp },
  'calibrate-first': { words: t`Calibrate first`, icon: IconScale },
  'cannot-tell': { words: t`Cannot tell`, icon: IconHelpCircle },
}

/** Where a driver stands in the decision grid, as a sign with words. */
export function GridPlaceMark({ place }: { place: GridPlace }) {
  const { words, icon: Picture } = gridPlaces[place]
  return (
    <span className={classes.place} data-place={place}>
      <Picture size={18} stroke={1.7} aria-hidden />
      {words}
    </span>
  )
}

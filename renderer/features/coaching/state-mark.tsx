import {
  IconAlertOctagonFilled,
  IconArrowUpRight,
  IconCircleCheck,
  IconCircleDashed,
  IconMinus,
  type Icon,
} from '@tabler/icons-react'
import type { AgentState } from '../../../shared/contract/coaching.ts'
import classes from './state-mark.module.css'
import { stateLabels } from './words.ts'

const icons: Record<AgentState, Icon> = {
  'must-address': IconAlertOctagonFilled,
  act: IconArrowUpRight,
  'not-enough-evidence': IconCircleDashed,
  'on-track': IconCircleCheck,
  'no-data': IconMinus,
  unranked: IconMinus,
}

/** An agent's state: a shape, a colour and a word; in lists the word is for screen readers. */
export function StateMark({ state, hasLabel = false }: { state: AgentState; hasLabel?: boolean }) {
  const Picture = icons[state]
  return (
    <span className={hasLabel ? classes.labelled : classes.mark} data-state={state}>
      <Picture size={hasLabel ? 15 : 16} stroke={2} aria-hidden />
      <span className={hasLabel ? undefined : 'visually-hidden'}>{stateLabels[state]}</span>
    </span>
  )
}

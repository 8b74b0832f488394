import { t } from '@lingui/core/macro'
import { IconCircleCheckFilled, IconCircleDashed, IconCircleXFilled } from '@tabler/icons-react'
import type { Conversation } from '../../shared/contract/conversations.ts'

export type Verdict = Conversation['marks'][number]['verdict']

const names = { pass: t`met`, fail: t`not met`, abstain: t`no verdict` } as const

/** Met, not met, or no verdict: a shape, a colour and a word for those who see neither. */
export function VerdictIcon({ verdict, size = 16 }: { verdict: Verdict; size?: number }) {
  const key = verdict ?? 'abstain'
  const Icon = { pass: IconCircleCheckFilled, fail: IconCircleXFilled, abstain: IconCircleDashed }[key]
  return (
    <Icon size={size} role="img" aria-label={names[key]} style={{ color: `var(--${key})`, flex: 'none' }} />
  )
}

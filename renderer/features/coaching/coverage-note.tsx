import { t } from '@lingui/core/macro'
import { IconInfoCircle } from '@tabler/icons-react'
import type { AgentPage } from '../../../shared/contract/coaching.ts'
import { withLocalDays } from '../../ui/dates.ts'
import classes from './agent-page.module.css'

const PROMPT = t`A prompt for a conversation, not a verdict.`

/** What the page rests on, who the peers are, and what it is not. */
export function CoverageNote({ page }: { page: Pick<AgentPage, 'coverage' | 'peers'> }) {
  const rests = page.coverage.sentence.replace(PROMPT, '').trim()
  return (
    <p className={classes.coverage}>
      <IconInfoCircle size={15} stroke={1.7} aria-hidden />
      <span>
        {withLocalDays(rests)} {withLocalDays(page.peers.sentence)} <strong>{PROMPT}</strong>
      </span>
    </p>
  )
}

import { t } from '@lingui/core/macro'
import { Tooltip } from '@mantine/core'
import type { TrustState } from '../../../../shared/contract/trust.ts'
import styles from './trust.module.css'
import { stateSentences, stateWords, trustSteps } from './words.ts'

/** The steps a scorer can take with a question, and the one it stands on. */
export function Ladder({ state }: { state: TrustState }) {
  const here = trustSteps.indexOf(state)
  return (
    <Tooltip label={stateSentences[state]}>
      <ol className={styles.ladder} aria-label={t`Stands at ${stateWords[state]}`}>
        {trustSteps.map((step, at) => (
          <li
            key={step}
            data-passed={at < here || undefined}
            data-here={at === here ? step : undefined}
            aria-current={at === here ? 'step' : undefined}
          >
            {stateWords[step]}
          </li>
        ))}
      </ol>
    </Tooltip>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { IconAward } from '@tabler/icons-react'
import type { RankedAgent } from '../../../shared/contract/coaching.ts'
import { formatInterval, formatProbability, formatValue } from '../../ui/format.ts'
import { EvidenceList } from './evidence-list.tsx'
import classes from './strengths-section.module.css'

/** What this person does better than nearly everybody: worth saying, and worth sharing. */
export function StrengthsSection({ strengths }: { strengths: RankedAgent['strengths'] }) {
  if (strengths.length === 0) return null
  return (
    <section className={classes.card} aria-label={t`Strengths`}>
      <h2 className={classes.head}>
        <Trans>
          <IconAward size={18} stroke={1.7} aria-hidden /> Worth praising
        </Trans>
      </h2>
      {strengths.map((strength) => (
        <div key={strength.driver.id} className={classes.strength}>
          <Text fw={600}>{strength.driver.label}</Text>
          <Text size="sm">{strength.sentence}</Text>
          <Text size="xs" c="dimmed" mb={6}>
            <Trans>
              {formatValue(strength.posterior.mean, strength.unit)} (
              {formatInterval(strength.posterior.low, strength.posterior.high, strength.unit)}), peers{' '}
              {formatValue(strength.peerMean, strength.unit)}, n {strength.n} · among the top tenth with{' '}
              {formatProbability(strength.probabilityTopTenth)} probability
            </Trans>
          </Text>
          {strength.evidence.length > 0 && (
            <EvidenceList evidence={strength.evidence} questionId={strength.driver.id} />
          )}
        </div>
      ))}
    </section>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { Evidence } from '../../../shared/contract/coaching.ts'
import { MomentSounds } from '../../app/sound/moment-sounds.tsx'
import { EvidenceMoment } from './evidence-moment.tsx'
import classes from './evidence.module.css'

/** The moments that show the point, the clearest first; each opens in place. */
export function EvidenceList({
  evidence,
  questionId,
  hasKey = false,
}: {
  evidence: Evidence[]
  questionId?: string
  /** The first moment answers to the `e` key. */
  hasKey?: boolean
}) {
  if (evidence.length === 0)
    return (
      <p className={classes.none}>
        <Trans>No single moment stands for this: it shows in the figures only.</Trans>
      </p>
    )
  return (
    <MomentSounds interactionIds={evidence.map(({ interactionId }) => interactionId)}>
      <ul className={classes.list} aria-label={t`Evidence`}>
        {evidence.map((moment, index) => (
          <EvidenceMoment
            // Two moments may be the same in every field but their place.
            key={`${moment.kind} ${moment.interactionId} ${moment.evaluationId} ${index}`}
            moment={moment}
            questionId={questionId}
            hasKey={hasKey && index === 0}
          />
        ))}
      </ul>
    </MomentSounds>
  )
}

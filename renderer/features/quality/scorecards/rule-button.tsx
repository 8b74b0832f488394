import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ButtonLink } from '../../../ui/link.tsx'

/** Leads to the rule that answers a question. */
export function RuleButton({
  scorecardId,
  questionId,
  title,
}: {
  scorecardId: number
  questionId: string
  title: string
}) {
  return (
    <ButtonLink
      size="compact-xs"
      variant="default"
      to="/quality/scorecards/$scorecardId/rules/$questionId"
      params={{ scorecardId, questionId }}
      aria-label={t`Rule for ${title}`}
    >
      <Trans>Rule</Trans>
    </ButtonLink>
  )
}

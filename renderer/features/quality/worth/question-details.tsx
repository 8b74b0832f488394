import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { QuestionWorth } from '../../../../shared/contract/worth.ts'
import { orpc } from '../../../app/client.ts'
import { durationWords } from '../../../conversation/words.ts'
import { formatInterval, formatNumber, formatShare, formatValue } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { basisWords, pointsWords } from './words.ts'
import styles from './worth.module.css'

/** What a verdict rests on, every figure with its n and interval; and the way to a form without the question. */
export function QuestionDetails({ scorecardId, question }: { scorecardId: number; question: QuestionWorth }) {
  return (
    <div className={styles.details}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={600}>{question.reason}</Text>
          {question.keptBecause !== null && <Text size="sm">{question.keptBecause}</Text>}
        </div>
        {question.isOfferedForRetirement && <Retire scorecardId={scorecardId} question={question} />}
      </Group>
      <dl className={styles.facts}>
        <dt>
          <Trans>Mean, drawn</Trans>
        </dt>
        <dd>{meanWords(question.drawn, t`each weighted by its chance of being drawn`)}</dd>
        <dt>
          <Trans>Mean, imported</Trans>
        </dt>
        <dd>
          {meanWords(
            question.unknown,
            question.isAutomatedOnly ? t`automation, of what there is` : t`selection unknown`,
          )}
        </dd>
        <dt>
          <Trans>Between agents</Trans>
        </dt>
        <dd>{spreadWords(question)}</dd>
        <dt>
          <Trans>Reviewers agree</Trans>
        </dt>
        <dd>{agreementWords(question)}</dd>
        {question.links.map((link) => (
          <LinkFacts key={link.outcomeId} link={link} />
        ))}
        <dt>
          <Trans>Time it takes</Trans>
        </dt>
        <dd>
          {question.time.medianMs === null
            ? t`not known: ${question.time.n === 0 ? t`nobody answered it at the desk` : t`only ${plural(question.time.n, { one: '# answer', other: '# answers' })} at the desk`}`
            : t`${durationWords(question.time.medianMs)}, the median of ${plural(question.time.n, { one: '# answer', other: '# answers' })} at the desk, listening included`}
        </dd>
        <dt>
          <Trans>Not applicable</Trans>
        </dt>
        <dd>
          {shareWords(
            question.notApplicable,
            (n) => t`${plural(n, { one: '# answer', other: '# answers' })}`,
          )}
        </dd>
        <dt>
          <Trans>Left at the default</Trans>
        </dt>
        <dd>
          {shareWords(
            question.untouched,
            (n) => t`${plural(n, { one: '# answer at the desk', other: '# answers at the desk' })}`,
          )}
        </dd>
      </dl>
    </div>
  )
}

function LinkFacts({ link }: { link: QuestionWorth['links'][number] }) {
  return (
    <>
      <dt>{link.outcome}</dt>
      <dd>
        <Trans>
          {pointsWords(link.value)} points of 100 from the worst answer to the best ({pointsWords(link.low)}{' '}
          to {pointsWords(link.high)}); {basisWords[link.basis]}
          {link.pairedContacts > 0 &&
            t`, ${plural(link.pairedContacts, { one: '# contact', other: '# contacts' })} with both`}
          {link.smallestWorthActing > 0 &&
            t`; under ${formatNumber(link.smallestWorthActing * 100, 2)} it is not worth acting on`}
        </Trans>
      </dd>
    </>
  )
}

function meanWords({ n, effectiveN, mean, low, high }: QuestionWorth['drawn'], how: string): string {
  if (mean === null) return t`none`
  const interval = low === null || high === null ? '' : ` (${formatInterval(low, high, 'score')})`
  const worth =
    effectiveN !== null && effectiveN < n - 0.05 ? t`, worth ${formatNumber(effectiveN, 1)} equal ones` : ''
  return `${formatValue(mean, 'score')}${interval}, ${plural(n, { one: '# answer', other: '# answers' })}${worth}; ${how}`
}

function spreadWords({ spread, noSpread }: QuestionWorth): string {
  if (!spread) return noSpread ?? t`not known`
  const { betweenAgents: tau, reliabilityOfOne: one, reliabilityOfUsual: usual } = spread
  const points = (value: number) => formatNumber(value * 100, 1)
  return t`true means lie ${points(tau.value)} points apart (standard deviation, ${points(tau.low)} to ${points(tau.high)}; ${plural(spread.agents, { one: '# agent', other: '# agents' })}). One evaluation each tells ${formatShare(one.value)} of a difference (${formatInterval(one.low, one.high, 'share')}), the usual ${formatNumber(spread.usualN)} tell ${formatShare(usual.value)} (${formatInterval(usual.low, usual.high, 'share')})`
}

function agreementWords({ agreement }: QuestionWorth): string {
  if (!agreement) return t`not known: no conversation was scored by two reviewers`
  const { items, percent, ac1 } = agreement
  const parts = [
    percent &&
      t`on ${formatShare(percent.value)} of pairs (${formatInterval(percent.low, percent.high, 'share')})`,
    ac1 && t`AC1 ${formatNumber(ac1.value, 2)} (${formatNumber(ac1.low, 2)} to ${formatNumber(ac1.high, 2)})`,
    t`${plural(items, { one: '# conversation', other: '# conversations' })} scored twice`,
  ].filter((part) => part !== null)
  return parts.join(', ')
}

function shareWords(
  { n, share }: { n: number; share: number | null },
  counted: (n: number) => string,
): string {
  return share === null ? t`not known` : t`${formatShare(share)} of ${counted(n)}`
}

/** Opens the scorecard's draft without the question. */
function Retire({ scorecardId, question }: { scorecardId: number; question: QuestionWorth }) {
  const navigate = useNavigate()
  const retiring = useMutation(orpc.worth.retire.mutationOptions())
  return (
    <Button
      flex="none"
      variant="default"
      loading={retiring.isPending}
      onClick={() =>
        retiring.mutate(
          { scorecardId, questionId: question.questionId },
          {
            onSuccess: () => {
              notifyDone(t`The draft is without it. Nothing changes before you publish.`)
              void navigate({ to: '/quality/scorecards/$scorecardId', params: { scorecardId } })
            },
            onError: (error) => notifyFailed(t`The question stays`, error),
          },
        )
      }
    >
      <Trans>Draft without it</Trans>
    </Button>
  )
}

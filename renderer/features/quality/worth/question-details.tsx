import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { QuestionWorth } from '../../../../shared/contract/worth.ts'
import { orpc } from '../../../app/client.ts'
import { durationWords } from '../../../conversation/words.ts'
import { countOf, formatInterval, formatNumber, formatShare, formatValue } from '../../../ui/format.ts'
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
        <dt>Mean, drawn</dt>
        <dd>{meanWords(question.drawn, 'each weighted by its chance of being drawn')}</dd>
        <dt>Mean, imported</dt>
        <dd>
          {meanWords(
            question.unknown,
            question.isAutomatedOnly ? 'automation, of what there is' : 'selection unknown',
          )}
        </dd>
        <dt>Between agents</dt>
        <dd>{spreadWords(question)}</dd>
        <dt>Reviewers agree</dt>
        <dd>{agreementWords(question)}</dd>
        {question.links.map((link) => (
          <LinkFacts key={link.outcomeId} link={link} />
        ))}
        <dt>Time it takes</dt>
        <dd>
          {question.time.medianMs === null
            ? `not known: ${question.time.n === 0 ? 'nobody answered it at the desk' : `only ${countOf(question.time.n, 'answer')} at the desk`}`
            : `${durationWords(question.time.medianMs)}, the median of ${countOf(question.time.n, 'answer')} at the desk, listening included`}
        </dd>
        <dt>Not applicable</dt>
        <dd>{shareWords(question.notApplicable, 'answer')}</dd>
        <dt>Left at the default</dt>
        <dd>{shareWords(question.untouched, 'answer at the desk', 'answers at the desk')}</dd>
      </dl>
    </div>
  )
}

function LinkFacts({ link }: { link: QuestionWorth['links'][number] }) {
  return (
    <>
      <dt>{link.outcome}</dt>
      <dd>
        {pointsWords(link.value)} points of 100 from the worst answer to the best ({pointsWords(link.low)} to{' '}
        {pointsWords(link.high)}); {basisWords[link.basis]}
        {link.pairedContacts > 0 && `, ${countOf(link.pairedContacts, 'contact')} with both`}
        {link.smallestWorthActing > 0 &&
          `; under ${formatNumber(link.smallestWorthActing * 100, 2)} it is not worth acting on`}
      </dd>
    </>
  )
}

function meanWords({ n, effectiveN, mean, low, high }: QuestionWorth['drawn'], how: string): string {
  if (mean === null) return 'none'
  const interval = low === null || high === null ? '' : ` (${formatInterval(low, high, 'score')})`
  const worth =
    effectiveN !== null && effectiveN < n - 0.05 ? `, worth ${formatNumber(effectiveN, 1)} equal ones` : ''
  return `${formatValue(mean, 'score')}${interval}, ${countOf(n, 'answer')}${worth}; ${how}`
}

function spreadWords({ spread, noSpread }: QuestionWorth): string {
  if (!spread) return noSpread ?? 'not known'
  const { betweenAgents: tau, reliabilityOfOne: one, reliabilityOfUsual: usual } = spread
  const points = (value: number) => formatNumber(value * 100, 1)
  return `true means lie ${points(tau.value)} points apart (standard deviation, ${points(tau.low)} to ${points(tau.high)}; ${countOf(spread.agents, 'agent')}). One evaluation each tells ${formatShare(one.value)} of a difference (${formatInterval(one.low, one.high, 'share')}), the usual ${formatNumber(spread.usualN)} tell ${formatShare(usual.value)} (${formatInterval(usual.low, usual.high, 'share')})`
}

function agreementWords({ agreement }: QuestionWorth): string {
  if (!agreement) return 'not known: no conversation was scored by two reviewers'
  const { items, percent, ac1 } = agreement
  const parts = [
    percent &&
      `on ${formatShare(percent.value)} of pairs (${formatInterval(percent.low, percent.high, 'share')})`,
    ac1 && `AC1 ${formatNumber(ac1.value, 2)} (${formatNumber(ac1.low, 2)} to ${formatNumber(ac1.high, 2)})`,
    `${countOf(items, 'conversation')} scored twice`,
  ].filter((part) => part !== null)
  return parts.join(', ')
}

function shareWords(
  { n, share }: { n: number; share: number | null },
  singular: string,
  plural?: string,
): string {
  return share === null ? 'not known' : `${formatShare(share)} of ${countOf(n, singular, plural)}`
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
              notifyDone('The draft is without it. Nothing changes before you publish.')
              void navigate({ to: '/quality/scorecards/$scorecardId', params: { scorecardId } })
            },
            onError: (error) => notifyFailed('The question stays', error),
          },
        )
      }
    >
      Draft without it
    </Button>
  )
}

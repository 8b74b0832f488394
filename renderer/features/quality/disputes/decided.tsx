import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { DisputePage } from '../../../../shared/contract/disputes.ts'
import { orpc } from '../../../app/client.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import styles from './disputes.module.css'
import { answerWords, faultWords, scoreText } from './words.ts'

/** What was decided, and the way back. */
export function Decided({ page }: { page: DisputePage }) {
  const undoing = useMutation(orpc.disputes.undo.mutationOptions())
  const { dispute, mayUndo } = page
  const { resolution } = dispute
  if (!resolution)
    return (
      <Section title={t`Withdrawn`}>
        <Text size="sm">
          <Trans>It was taken back before anybody decided.</Trans>
        </Text>
      </Section>
    )
  const isOverturned = resolution.outcome === 'overturned'
  return (
    <Section title={isOverturned ? t`Overturned` : t`The answer stays`}>
      {isOverturned && resolution.answer && (
        <Text fw={650} size="lg">
          {answerWords(resolution.answer)}
        </Text>
      )}
      {resolution.fault && <Text size="sm">{faultWords[resolution.fault]}.</Text>}
      <div className={styles.scores}>
        <Text size="sm" c="dimmed">
          <Trans>Score</Trans>
        </Text>
        {isOverturned && <>{scoreText(resolution.scoreBefore)} →</>}
        <strong>{scoreText(resolution.scoreAfter)}</strong>
      </div>
      {resolution.remark !== '' && (
        <Text size="sm" mt={6}>
          “{resolution.remark}”
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={6}>
        {resolution.by} · <Instant at={resolution.at} />
      </Text>
      <Group mt="sm" gap="xs">
        {mayUndo && (
          <Button
            variant="default"
            loading={undoing.isPending}
            onClick={() =>
              undoing.mutate(
                { id: dispute.id },
                {
                  onSuccess: () =>
                    notifyDone(t`The decision is taken back; answer and score are as before it.`),
                  onError: (error) => notifyFailed(t`The decision stands`, error),
                },
              )
            }
          >
            <Trans>Take the decision back</Trans>
          </Button>
        )}
        {mayUndo && dispute.daysLeft !== null && dispute.evaluationId !== null && (
          <ButtonLink
            variant="subtle"
            to="/quality/disputes/new"
            search={{ evaluation: dispute.evaluationId, question: dispute.questionId }}
          >
            <Trans>Dispute it again</Trans>
          </ButtonLink>
        )}
      </Group>
    </Section>
  )
}

import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Kbd, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DisputePage, ScoreEffect } from '../../../../shared/contract/disputes.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { orpc } from '../../../app/client.ts'
import { modKey } from '../../../app/shortcuts.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { AnswerChoice, chosenBy, isChosen } from './answer-choice.tsx'
import styles from './disputes.module.css'
import { useDecideKeys } from './use-decide-keys.ts'
import { faultWords, scoreText } from './words.ts'

type Outcome = 'uphold' | 'overturn'
type Fault = 'reviewer' | 'goodwill'

/** Decides an open dispute: the answer stays, or another takes its place; with what that does to the score. */
export function DecideForm({ page }: { page: DisputePage }) {
  const { dispute, definition, mayNotDecide } = page
  const navigate = useNavigate()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [answer, setAnswer] = useState<FormAnswer>(page.proposedAnswer)
  const [fault, setFault] = useState<Fault | null>(null)
  const [remark, setRemark] = useState('')
  const resolving = useMutation(orpc.disputes.resolve.mutationOptions())
  const undoing = useMutation(orpc.disputes.undo.mutationOptions())
  const withdrawing = useMutation(orpc.disputes.withdraw.mutationOptions())
  const isReady = outcome === 'uphold' || (outcome === 'overturn' && fault !== null && isChosen(answer))
  const overturnTo = (next: FormAnswer | undefined) => {
    if (!next) return
    setOutcome('overturn')
    setAnswer(next)
  }
  const decide = () => {
    if (!isReady || outcome === null || resolving.isPending) return
    resolving.mutate(
      {
        id: dispute.id,
        outcome,
        remark,
        ...(outcome === 'overturn' && { answer, fault }),
      },
      {
        onSuccess: ({ effect, nextId }) => {
          notifyDone(doneWords(outcome, effect), () =>
            undoing.mutate(
              { id: dispute.id },
              { onError: (error) => notifyFailed(t`The decision stands`, error) },
            ),
          )
          if (nextId !== null)
            void navigate({ to: '/quality/disputes/$disputeId', params: { disputeId: nextId } })
        },
        onError: (error) => notifyFailed(t`Nothing was decided`, error),
      },
    )
  }
  useDecideKeys({
    isOn: mayNotDecide === null && definition !== null,
    onOutcome: setOutcome,
    onDigit: (digit) => definition && overturnTo(chosenBy(definition, answer, digit)),
    onFault: (next) => {
      setOutcome('overturn')
      setFault(next)
    },
    onDecide: decide,
    onNext: () =>
      page.nextId !== null &&
      void navigate({ to: '/quality/disputes/$disputeId', params: { disputeId: page.nextId } }),
  })
  const withdraw = (
    <Button
      variant="subtle"
      color="gray"
      loading={withdrawing.isPending}
      onClick={() =>
        withdrawing.mutate(
          { id: dispute.id },
          {
            onSuccess: () => {
              notifyDone(t`The dispute is withdrawn.`)
              void navigate({ to: '/quality', search: { tab: 'disputes' } })
            },
            onError: (error) => notifyFailed(t`The dispute stands`, error),
          },
        )
      }
    >
      <Trans>Withdraw it</Trans>
    </Button>
  )
  if (mayNotDecide !== null || definition === null)
    return (
      <Section title={t`Decide`}>
        <Alert variant="light" color="amber" mb="sm">
          {mayNotDecide ?? t`The answer or its question is no longer there, so there is nothing to decide.`}
        </Alert>
        {withdraw}
      </Section>
    )
  return (
    <Section title={t`Decide`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          decide()
        }}
      >
        <Stack gap="sm">
          <SegmentedControl
            fullWidth
            aria-label={t`Decision`}
            value={outcome ?? ''}
            onChange={(value) => setOutcome(value === 'uphold' ? 'uphold' : 'overturn')}
            data={[
              { value: 'uphold', label: <Labelled words={t`The answer stays`} press="u" /> },
              { value: 'overturn', label: <Labelled words={t`Overturn`} press="o" /> },
            ]}
          />
          {outcome === 'overturn' && (
            <>
              <AnswerChoice
                label={t`The answer from now on`}
                hasKeys
                question={definition}
                answer={answer}
                onAnswer={setAnswer}
              />
              <SegmentedControl
                fullWidth
                aria-label={t`Why it is overturned`}
                value={fault ?? ''}
                onChange={(value) => setFault(value === 'reviewer' ? 'reviewer' : 'goodwill')}
                data={[
                  { value: 'reviewer', label: <Labelled words={faultWords.reviewer} press="w" /> },
                  { value: 'goodwill', label: <Labelled words={faultWords.goodwill} press="y" /> },
                ]}
              />
            </>
          )}
          <Effect page={page} answer={outcome === 'uphold' ? null : answer} />
          <Textarea
            id="dispute-remark"
            label={t`Remark`}
            description={t`For whoever disputed it (r)`}
            autosize
            minRows={2}
            value={remark}
            onChange={(event) => setRemark(event.currentTarget.value)}
          />
          <Group justify="space-between">
            {withdraw}
            <Button
              type="submit"
              disabled={!isReady}
              loading={resolving.isPending}
              title={t`${modKey} Enter`}
            >
              <Trans>Decide</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}

function Labelled({ words, press }: { words: string; press: string }) {
  return (
    <span>
      {words}{' '}
      <Kbd size="xs" aria-hidden>
        {press}
      </Kbd>
    </span>
  )
}

function doneWords(outcome: Outcome, { scoreBefore, scoreAfter, sentence }: ScoreEffect): string {
  if (outcome === 'uphold') return t`The answer stays.`
  if (sentence !== null) return t`The answer is changed. ${sentence}`
  return scoreBefore === scoreAfter
    ? t`The answer is changed; the score is ${scoreText(scoreAfter)} as before.`
    : t`The answer is changed; the score went from ${scoreText(scoreBefore)} to ${scoreText(scoreAfter)}.`
}

/** What the score would be with an answer; as it is where the answer stays. */
function Effect({ page, answer }: { page: DisputePage; answer: FormAnswer | null }) {
  const query = useQuery({
    ...orpc.disputes.preview.queryOptions({
      input: { id: page.dispute.id, answer: answer ?? page.proposedAnswer },
    }),
    enabled: isChosen(answer),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const effect = (answer === null ? null : query.data) ?? page.effect
  if (!effect) return null
  const after = answer === null ? effect.scoreBefore : effect.scoreAfter
  return (
    <div aria-live="polite">
      <div className={styles.scores}>
        <Text size="sm" c="dimmed">
          <Trans>Score</Trans>
        </Text>
        <span>{scoreText(effect.scoreBefore)}</span>→<strong>{scoreText(after)}</strong>
      </div>
      {answer !== null && effect.sentence !== null && (
        <Text size="sm" c="dimmed">
          {effect.sentence}
        </Text>
      )}
    </div>
  )
}

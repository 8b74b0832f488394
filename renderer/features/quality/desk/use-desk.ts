import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { AttachedMoment, Desk } from '../../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { percent } from '../words.ts'
import { createTurns } from '../in-turn.ts'

/** What is said of one question beside the answer itself. */
interface AnswerParts {
  note: string
  rootCauses: string[]
  moments: AttachedMoment[]
}

/** What changes of an answer; the rest stays as it stands then. */
export type AnswerChange = Partial<AnswerParts & { answer: Partial<Omit<FormAnswer, 'questionId'>> }>

function blankAnswer(questionId: string): FormAnswer {
  return { questionId, optionIds: [], number: null, text: '', isNotApplicable: false }
}

/** What can be done with a review. Every change is saved at once, shown before it is, and taken back on screen where it was refused. */
export function useDesk(desk: Desk) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { id } = desk.review
  const { mutateAsync: saveAnswer } = useMutation(orpc.reviews.answer.mutationOptions())
  const { mutateAsync: clearAsync } = useMutation(orpc.reviews.clearAnswer.mutationOptions())
  const { mutateAsync: commentAsync } = useMutation(orpc.reviews.comment.mutationOptions())
  const submitting = useMutation(orpc.reviews.submit.mutationOptions())
  const skipping = useMutation(orpc.reviews.skip.mutationOptions())
  const reopening = useMutation(orpc.reviews.reopen.mutationOptions())
  const restoring = useMutation(orpc.reviews.restore.mutationOptions())
  const { mutateAsync: submitAsync } = submitting
  const { mutateAsync: skipAsync } = skipping
  const { mutateAsync: reopenAsync } = reopening
  const { mutateAsync: restoreAsync } = restoring
  // one after the other: what was clicked last is what stands
  const [turns] = useState(createTurns)
  const key = useMemo(() => orpc.reviews.open.queryKey({ input: { id } }), [id])

  const actions = useMemo(() => {
    const show = (changed: Desk) => queryClient.setQueryData(key, changed)
    // what was typed meanwhile is newer than what comes back
    const settle = (changed: Desk) => turns.isIdle() && show(changed)
    const now = () => queryClient.getQueryData<Desk>(key)
    const goTo = (nextId: number | null) =>
      nextId === null
        ? navigate({ to: '/quality', search: {} })
        : navigate({ to: '/quality/reviews/$reviewId', params: { reviewId: nextId } })
    const failed = (what: string) => (error: unknown) => {
      notifyFailed(what, error)
      void queryClient.invalidateQueries({ queryKey: key })
    }
    const answer = (given: FormAnswer, parts: AnswerParts) => {
      const before = now()
      if (before)
        show({
          ...before,
          answers: {
            ...before.answers,
            [given.questionId]: { answer: given, setBy: 'reviewer', ...parts, answeredAt: Date.now() },
          },
        })
      void turns
        .run(() => saveAnswer({ id, answer: given, ...parts }))
        .then(settle, failed('The answer was not saved'))
    }
    /** What stands for a question now, also where the page has not drawn it yet. */
    const given = (questionId: string) => now()?.answers[questionId] ?? null
    return {
      given,
      /** Changes a part of an answer, on top of what stands now: keys are faster than the page is drawn. */
      change(questionId: string, { answer: chosen, ...parts }: AnswerChange) {
        const before = given(questionId)
        answer(
          chosen ? { ...blankAnswer(questionId), ...chosen } : (before?.answer ?? blankAnswer(questionId)),
          {
            note: before?.note ?? '',
            rootCauses: before?.rootCauses ?? [],
            moments: before?.moments ?? [],
            ...parts,
          },
        )
      },
      clear(questionId: string) {
        const before = now()
        if (!before) return
        const answers = Object.entries(before.answers).filter(([id]) => id !== questionId)
        show({ ...before, answers: Object.fromEntries(answers) })
        void turns.run(() => clearAsync({ id, questionId })).then(settle, failed('The answer still stands'))
      },
      comment(comment: string) {
        const before = now()
        if (before) show({ ...before, comment })
        void turns.run(() => commentAsync({ id, comment })).catch(failed('The remark was not saved'))
      },
      async submit() {
        try {
          await turns.idle()
          const done = await submitAsync({ id })
          const score = done.score0to1 === null ? 'no score' : percent(done.score0to1)
          notifyDone(`Submitted: ${score}.`, () => {
            reopenAsync({ id }).then(
              () => goTo(id),
              (error: unknown) => notifyFailed('The review stays submitted', error),
            )
          })
          await goTo(done.nextId)
        } catch (error) {
          notifyFailed('The review is not submitted yet', error)
        }
      },
      async skip(reason: string) {
        try {
          await turns.idle()
          const { nextId } = await skipAsync({ id, reason })
          notifyDone('Skipped.', () => {
            restoreAsync({ id }).then(
              () => goTo(id),
              (error: unknown) => notifyFailed('The review stays skipped', error),
            )
          })
          await goTo(nextId)
        } catch (error) {
          notifyFailed('The review was not skipped', error)
        }
      },
      async reopen() {
        try {
          await reopenAsync({ id })
          await queryClient.invalidateQueries({ queryKey: key })
        } catch (error) {
          notifyFailed('The review was not taken back', error)
        }
      },
    }
  }, [
    turns,
    queryClient,
    navigate,
    key,
    id,
    saveAnswer,
    clearAsync,
    commentAsync,
    submitAsync,
    skipAsync,
    reopenAsync,
    restoreAsync,
  ])
  return { ...actions, isBusy: submitting.isPending || skipping.isPending || reopening.isPending }
}

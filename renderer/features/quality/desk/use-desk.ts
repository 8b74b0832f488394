import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { AttachedMoment, Desk, DeskAnswer } from '../../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { orpc } from '../../../app/client.ts'
import { useUnsaved } from '../../../app/use-unsaved.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { percent } from '../words.ts'

/** The place of the remark on the whole. */
const remark = 'remark'

/** The place of an answer. */
const placeOf = (questionId: string) => `answer ${questionId}`

const refusedWords = (place: string) =>
  place === remark ? t`The remark was not saved` : t`The answer was not saved`

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

/** A review as it is on screen, and what can be done with it. Every change is shown at once and saved at once, and taken back on screen where it was refused. */
export function useDesk(saved: Desk) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { id } = saved.review
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
  const key = useMemo(() => orpc.reviews.open.queryKey({ input: { id } }), [id])
  const unsaved = useUnsaved<Desk>(key, refusedWords)
  useSyncExternalStore(unsaved.subscribe, unsaved.version)
  const desk = unsaved.over(saved)
  useEffect(() => unsaved.settle(saved), [unsaved, saved])

  const actions = useMemo(() => {
    const goTo = (nextId: number | null) =>
      nextId === null
        ? navigate({ to: '/quality', search: {} })
        : navigate({ to: '/quality/reviews/$reviewId', params: { reviewId: nextId } })
    /** What stands for a question now, also where the page has not drawn it yet. */
    const given = (questionId: string) => {
      const now = queryClient.getQueryData<Desk>(key)
      return (now && unsaved.over(now).answers[questionId]) ?? null
    }
    return {
      given,
      /** Changes a part of an answer, on top of what stands now: keys are faster than the page is drawn. */
      change(questionId: string, { answer: chosen, ...changed }: AnswerChange) {
        const before = given(questionId)
        const answer = chosen
          ? { ...blankAnswer(questionId), ...chosen }
          : (before?.answer ?? blankAnswer(questionId))
        const parts = {
          note: before?.note ?? '',
          rootCauses: before?.rootCauses ?? [],
          moments: before?.moments ?? [],
          ...changed,
        }
        const shown: DeskAnswer = { answer, setBy: 'reviewer', ...parts, answeredAt: Date.now() }
        unsaved.add({
          place: placeOf(questionId),
          onto: (state) => ({ ...state, answers: { ...state.answers, [questionId]: shown } }),
          save: () => saveAnswer({ id, answer, ...parts }),
        })
      },
      clear(questionId: string) {
        unsaved.add({
          place: placeOf(questionId),
          onto: ({ answers, ...state }) => ({
            ...state,
            answers: Object.fromEntries(Object.entries(answers).filter(([other]) => other !== questionId)),
          }),
          save: () => clearAsync({ id, questionId }),
        })
      },
      comment(comment: string) {
        unsaved.add({
          place: remark,
          onto: (state) => ({ ...state, comment }),
          save: () => commentAsync({ id, comment }).then(() => null),
        })
      },
      async submit() {
        try {
          await unsaved.flush()
          const done = await submitAsync({ id })
          const score = done.score0to1 === null ? t`no score` : percent(done.score0to1)
          notifyDone(t`Submitted: ${score}.`, () => {
            reopenAsync({ id }).then(
              () => goTo(id),
              (error: unknown) => notifyFailed(t`The review stays submitted`, error),
            )
          })
          await goTo(done.nextId)
        } catch (error) {
          notifyFailed(t`The review is not submitted yet`, error)
        }
      },
      async skip(reason: string) {
        try {
          await unsaved.flush()
          const { nextId } = await skipAsync({ id, reason })
          notifyDone('Skipped.', () => {
            restoreAsync({ id }).then(
              () => goTo(id),
              (error: unknown) => notifyFailed(t`The review stays skipped`, error),
            )
          })
          await goTo(nextId)
        } catch (error) {
          notifyFailed(t`The review was not skipped`, error)
        }
      },
      async reopen() {
        try {
          await reopenAsync({ id })
          await queryClient.invalidateQueries({ queryKey: key })
        } catch (error) {
          notifyFailed(t`The review was not taken back`, error)
        }
      },
    }
  }, [
    unsaved,
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
  return { ...actions, desk, isBusy: submitting.isPending || skipping.isPending || reopening.isPending }
}

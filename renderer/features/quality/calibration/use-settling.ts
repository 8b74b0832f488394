import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalibrationPage, ComparedItem } from '../../../../shared/contract/calibration.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { answerWords } from './words.ts'

interface Draft {
  itemId: number
  answer: FormAnswer
  takenFrom: string | null
  remark: string
}

/** What can be done to settle a session: an answer is chosen, a remark is written, and both are saved together. */
export function useSettling({ definition }: CalibrationPage) {
  const queryClient = useQueryClient()
  const settling = useMutation(orpc.calibration.settle.mutationOptions())
  const unsettling = useMutation(orpc.calibration.unsettle.mutationOptions())
  const [draft, setDraft] = useState<Draft | null>(null)
  const show = (page: CalibrationPage) =>
    queryClient.setQueryData(orpc.calibration.get.queryKey({ input: { id: page.session.id } }), page)
  const undo = (itemId: number, questionId: string) =>
    unsettling.mutate(
      { itemId, questionId },
      { onSuccess: show, onError: (error) => notifyFailed(t`It stays settled`, error) },
    )
  const choose = (item: ComparedItem, answer: FormAnswer) => {
    const question = definition.questions.find(({ id }) => id === answer.questionId)
    if (!question) return
    const words = answerWords(question, answer)
    const from = item.parts.find(({ answers }) => {
      const given = answers[question.id]?.answer
      return given !== undefined && answerWords(question, given) === words
    })
    setDraft({
      itemId: item.id,
      answer,
      takenFrom: from?.reviewer ?? null,
      remark: draft?.itemId === item.id && draft.answer.questionId === answer.questionId ? draft.remark : '',
    })
  }
  return {
    draft,
    choose,
    /** Chooses a reviewer's answer, by their place. */
    begin(item: ComparedItem, questionId: string, index: number) {
      const given = item.parts[index]?.answers[questionId]?.answer
      if (given) choose(item, given)
    },
    remark(remark: string) {
      setDraft((before) => (before === null ? null : { ...before, remark }))
    },
    save() {
      if (draft === null) return
      settling.mutate(draft, {
        onSuccess: (page) => {
          setDraft(null)
          show(page)
          notifyDone('Settled.', () => undo(draft.itemId, draft.answer.questionId))
        },
        onError: (error) => notifyFailed(t`It is not settled yet`, error),
      })
    },
    undo,
    isBusy: settling.isPending,
  }
}

export type Settling = ReturnType<typeof useSettling>

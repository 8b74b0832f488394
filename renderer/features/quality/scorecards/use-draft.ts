import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Scorecard, ScorecardDraft } from '../../../../shared/contract/scorecards.ts'
import type { ScorecardDefinition } from '../../../../shared/domain/scorecard/definition.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { createDraftSaver } from './draft-saver.ts'

const saveAfterMs = 400
const mostSteps = 200

/** A form being edited. */
export interface DraftEditing {
  definition: ScorecardDefinition
  /** `saved` once the workspace has it as it is on screen. */
  state: 'saved' | 'saving' | 'failed'
  canUndo: boolean
  canRedo: boolean
  change(next: (before: ScorecardDefinition) => ScorecardDefinition): void
  undo(): void
  redo(): void
  /** Saves what is not saved yet; gives the revision that is then on record. */
  flush(): Promise<number>
}

interface Steps {
  past: readonly ScorecardDefinition[]
  now: ScorecardDefinition
  next: readonly ScorecardDefinition[]
}

/** Keeps a draft on screen and in the workspace alike: every change is saved a moment later, in order, and can be taken back step by step. */
export function useDraft(scorecard: Scorecard, draft: ScorecardDraft): DraftEditing {
  const { id } = scorecard
  const queryClient = useQueryClient()
  const { mutateAsync } = useMutation(orpc.scorecards.saveDraft.mutationOptions())
  const [saver] = useState(() => createDraftSaver(draft, (changed) => mutateAsync({ id, ...changed })))
  const [steps, setSteps] = useState<Steps>({ past: [], now: draft.definition, next: [] })
  const [state, setState] = useState<DraftEditing['state']>('saved')

  useEffect(() => {
    saver.set(steps.now)
    if (saver.isSaved()) return
    const timer = setTimeout(() => {
      setState('saving')
      saver.save().then(
        () => setState(saver.isSaved() ? 'saved' : 'saving'),
        (error: unknown) => {
          setState('failed')
          notifyFailed(t`The draft was not saved`, error)
        },
      )
    }, saveAfterMs)
    return () => clearTimeout(timer)
  }, [steps.now, saver])

  // what is left unsaved when the page is left is saved then, and the page that follows reads it anew
  useEffect(
    () => () => {
      saver.save().then(
        () => queryClient.invalidateQueries({ queryKey: orpc.scorecards.get.queryKey({ input: { id } }) }),
        (error: unknown) => notifyFailed(t`The last change of the draft was not saved`, error),
      )
    },
    [saver, queryClient, id],
  )

  return useMemo(
    () => ({
      definition: steps.now,
      state,
      canUndo: steps.past.length > 0,
      canRedo: steps.next.length > 0,
      change: (edit) =>
        setSteps(({ past, now }) => ({ past: [...past, now].slice(-mostSteps), now: edit(now), next: [] })),
      undo: () =>
        setSteps((all) => {
          const before = all.past.at(-1)
          return before ? { past: all.past.slice(0, -1), now: before, next: [all.now, ...all.next] } : all
        }),
      redo: () =>
        setSteps((all) => {
          const [after, ...later] = all.next
          return after ? { past: [...all.past, all.now], now: after, next: later } : all
        }),
      flush: () => saver.save(),
    }),
    [steps, state, saver],
  )
}

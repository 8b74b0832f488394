import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RuleOfQuestion } from '../../../../shared/contract/rules.ts'
import type { RuleExample } from '../../../../shared/domain/rule-example.ts'
import type { RuleProblem } from '../../../../shared/domain/rule.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { createTurns } from '../in-turn.ts'
import type { RuleEdit } from './rule-edits.ts'
import type { RuleDraft } from './stored-draft.ts'

const saveAfterMs = 400
const mostSteps = 200
const oneStepMs = 1000

/** A rule being edited. */
export interface RuleEditing extends RuleDraft {
  state: 'saved' | 'saving' | 'failed'
  problems: readonly RuleProblem[]
  canUndo: boolean
  canRedo: boolean
  /** Changes the rule; changes of one field in quick succession are one step to undo. */
  change(edit: RuleEdit, field?: string): void
  setExamples(edit: (examples: readonly RuleExample[]) => readonly RuleExample[]): void
  /** Puts another rule with its examples in the place of this one. */
  replace(draft: RuleDraft): void
  undo(): void
  redo(): void
  /** Saves what is not saved yet; gives the revision then on record. */
  flush(): Promise<number>
}

interface Steps {
  past: readonly RuleDraft[]
  now: RuleDraft
  next: readonly RuleDraft[]
  /** The field that was changed last, and when: what is typed in one go is one step. */
  last: { field: string; at: number } | null
}

/** Keeps a rule on screen and in the workspace alike: every change is saved a moment later and can be taken back step by step. */
export function useRuleDraft(stored: RuleOfQuestion, start: RuleDraft): RuleEditing {
  const { scorecardId, questionId } = stored
  const queryClient = useQueryClient()
  const { mutateAsync } = useMutation(orpc.rules.saveDraft.mutationOptions())
  const [steps, setSteps] = useState<Steps>({ past: [], now: start, next: [], last: null })
  const [state, setState] = useState<RuleEditing['state']>('saved')
  const [problems, setProblems] = useState<readonly RuleProblem[]>(stored.problems)
  const latest = useRef(steps.now)
  const saved = useRef(steps.now)
  const revision = useRef(stored.revision)
  const [turns] = useState(createTurns)
  const [flush] = useState(
    () => () =>
      turns.run(async () => {
        const draft = latest.current
        if (draft === saved.current) return revision.current
        const result = await mutateAsync({
          scorecardId,
          questionId,
          revision: revision.current,
          rule: draft.rule,
          examples: [...draft.examples],
        })
        revision.current = result.revision
        saved.current = draft
        setProblems(result.problems)
        return result.revision
      }),
  )

  useEffect(() => {
    latest.current = steps.now
    if (steps.now === saved.current) return
    const timer = setTimeout(() => {
      setState('saving')
      flush().then(
        () => setState(latest.current === saved.current ? 'saved' : 'saving'),
        (error: unknown) => {
          setState('failed')
          notifyFailed(t`The rule was not saved`, error)
        },
      )
    }, saveAfterMs)
    return () => clearTimeout(timer)
  }, [steps.now, flush])

  // what is left unsaved when the page is left is saved then
  useEffect(
    () => () => {
      flush().then(
        () => queryClient.invalidateQueries({ queryKey: orpc.rules.key() }),
        (error: unknown) => notifyFailed(t`The last change of the rule was not saved`, error),
      )
    },
    [flush, queryClient],
  )

  return useMemo(() => {
    const step = (edit: (now: RuleDraft) => RuleDraft, field?: string) => {
      const at = Date.now()
      setSteps((all) => {
        const isSame = field !== undefined && all.last?.field === field && at - all.last.at < oneStepMs
        const past = isSame ? all.past : [...all.past, all.now].slice(-mostSteps)
        return { past, now: edit(all.now), next: [], last: field === undefined ? null : { field, at } }
      })
    }
    return {
      ...steps.now,
      state,
      problems,
      canUndo: steps.past.length > 0,
      canRedo: steps.next.length > 0,
      change: (edit, field) => step((now) => ({ ...now, rule: edit(now.rule) }), field),
      setExamples: (edit) => step((now) => ({ ...now, examples: edit(now.examples) })),
      replace: (draft) => step(() => draft),
      undo: () =>
        setSteps((all) => {
          const before = all.past.at(-1)
          return before
            ? { past: all.past.slice(0, -1), now: before, next: [all.now, ...all.next], last: null }
            : all
        }),
      redo: () =>
        setSteps((all) => {
          const [after, ...later] = all.next
          return after ? { past: [...all.past, all.now], now: after, next: later, last: null } : all
        }),
      flush,
    }
  }, [steps, state, problems, flush])
}

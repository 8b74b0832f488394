import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RuleOfQuestion } from '../../../../shared/contract/rules.ts'
import type { RuleExample } from '../../../../shared/domain/rule-example.ts'
import { questionRule, type QuestionRule, type RuleProblem } from '../../../../shared/domain/rule.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { createTurns } from '../in-turn.ts'
import { emptyRule } from './rule-edits.ts'

const saveAfterMs = 400
const mostSteps = 200

/** A rule with the examples it has to answer rightly. */
interface Draft {
  rule: QuestionRule
  examples: readonly RuleExample[]
}

/** A rule being edited. */
export interface RuleEditing extends Draft {
  state: 'saved' | 'saving' | 'failed'
  problems: readonly RuleProblem[]
  canUndo: boolean
  canRedo: boolean
  change(edit: (rule: QuestionRule) => QuestionRule): void
  setExamples(edit: (examples: readonly RuleExample[]) => readonly RuleExample[]): void
  /** Puts another rule with its examples in the place of this one. */
  replace(draft: Draft): void
  undo(): void
  redo(): void
  /** Saves what is not saved yet; gives the revision then on record. */
  flush(): Promise<number>
}

interface Steps {
  past: readonly Draft[]
  now: Draft
  next: readonly Draft[]
}

function draftOf({ draft, active }: RuleOfQuestion): Draft {
  const shown = draft ?? active
  const parsed = questionRule.safeParse(shown?.rule)
  return { rule: parsed.success ? parsed.data : emptyRule, examples: shown?.examples ?? [] }
}

/** Keeps a rule on screen and in the workspace alike: every change is saved a moment later and can be taken back step by step. */
export function useRuleDraft(stored: RuleOfQuestion): RuleEditing {
  const { scorecardId, questionId } = stored
  const queryClient = useQueryClient()
  const { mutateAsync } = useMutation(orpc.rules.saveDraft.mutationOptions())
  const [steps, setSteps] = useState<Steps>(() => ({ past: [], now: draftOf(stored), next: [] }))
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
          notifyFailed('The rule was not saved', error)
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
        (error: unknown) => notifyFailed('The last change of the rule was not saved', error),
      )
    },
    [flush, queryClient],
  )

  return useMemo(() => {
    const step = (edit: (now: Draft) => Draft) =>
      setSteps(({ past, now }) => ({ past: [...past, now].slice(-mostSteps), now: edit(now), next: [] }))
    return {
      ...steps.now,
      state,
      problems,
      canUndo: steps.past.length > 0,
      canRedo: steps.next.length > 0,
      change: (edit) => step((now) => ({ ...now, rule: edit(now.rule) })),
      setExamples: (edit) => step((now) => ({ ...now, examples: edit(now.examples) })),
      replace: (draft) => step(() => draft),
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
      flush,
    }
  }, [steps, state, problems, flush])
}

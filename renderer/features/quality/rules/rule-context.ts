import { createContext, useContext } from 'react'
import type { RuleOfQuestion } from '../../../../shared/contract/rules.ts'
import type { QuestionRule, RuleProblem } from '../../../../shared/domain/rule.ts'
import type { BlockStep } from './block-steps.ts'
import type { RuleEdit } from './rule-edits.ts'

/** The rule being edited, and what its fields offer. */
export interface RuleInHand {
  rule: QuestionRule
  options: readonly string[]
  usual: RuleOfQuestion['usual']
  phraseSets: readonly string[]
  /** Word lists that are there for any rule. */
  readyLists: Readonly<Record<string, string>>
  problems: readonly RuleProblem[]
  /** Changes the rule; changes of one field in quick succession are one step to undo. */
  change(edit: RuleEdit, field?: string): void
  /** Moves, adds or takes away a block, and goes on to where the keyboard is wanted then. */
  step(step: BlockStep | undefined): void
}

/** Gives the parts of the editor what they all need. */
export const RuleContext = createContext<RuleInHand | null>(null)

/** The rule being edited; only inside of the editor. */
export function useRule(): RuleInHand {
  const inHand = useContext(RuleContext)
  if (inHand === null) throw new Error('A part of the rule editor stands outside of it.')
  return inHand
}

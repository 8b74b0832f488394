import type { RuleOfQuestion } from '../../../../shared/contract/rules.ts'
import type { RuleExample } from '../../../../shared/domain/rule-example.ts'
import { questionRule, type QuestionRule } from '../../../../shared/domain/rule.ts'
import { emptyRule } from './rule-edits.ts'

/** A rule with the examples it has to answer rightly. */
export interface RuleDraft {
  rule: QuestionRule
  examples: readonly RuleExample[]
}

/** Where editing begins: the draft, else what answers now, else nothing yet. Undefined where what is kept cannot be shown in fields. */
export function storedDraft({ draft, active }: RuleOfQuestion): RuleDraft | undefined {
  const shown = draft ?? active
  if (shown === null) return newDraft
  const parsed = questionRule.safeParse(shown.rule)
  return parsed.success ? { rule: parsed.data, examples: shown.examples } : undefined
}

/** The newest version that can be shown where the draft cannot. */
export function olderDraft({ draft, versions }: RuleOfQuestion): RuleDraft | undefined {
  const older = versions
    .filter(({ version }) => version !== draft?.version)
    .toSorted((a, b) => b.version - a.version)
  for (const { rule, examples } of older) {
    const parsed = questionRule.safeParse(rule)
    if (parsed.success) return { rule: parsed.data, examples }
  }
  return undefined
}

/** A rule that says nothing yet. */
export const newDraft: RuleDraft = { rule: emptyRule, examples: [] }

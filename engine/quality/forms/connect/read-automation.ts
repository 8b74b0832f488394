import type { QuestionAutomation } from '../../../../shared/domain/scorecard/definition.ts'
import type { ConnectQuestion } from './connect-form.ts'

/** How Amazon Connect answers a question by itself; null where only people do. */
export function readAutomation({
  QuestionTypeProperties: properties,
}: ConnectQuestion): QuestionAutomation | null {
  const { SingleSelect, MultiSelect, Numeric, Text } = properties ?? {}
  const automation: QuestionAutomation = {
    source: null,
    measure: Numeric?.Automation?.PropertyValue?.Label ?? null,
    categories: [
      ...(SingleSelect?.Automation?.Options ?? []).flatMap(({ RuleCategory: rule }) =>
        rule ? [categoryOf(rule, [rule.OptionRefId])] : [],
      ),
      ...(MultiSelect?.Automation?.Options ?? []).flatMap(({ RuleCategory: rule }) =>
        rule && rule.OptionRefIds.length > 0 ? [categoryOf(rule, rule.OptionRefIds)] : [],
      ),
    ],
    otherwiseOptionIds: [
      ...(SingleSelect?.Automation?.DefaultOptionRefId ? [SingleSelect.Automation.DefaultOptionRefId] : []),
      ...(MultiSelect?.Automation?.DefaultOptionRefIds ?? []),
    ],
  }
  const stated = [SingleSelect, MultiSelect, Numeric, Text].find((one) => one?.Automation?.AnswerSource)
  const source = stated?.Automation?.AnswerSource?.SourceType
  if (source === 'GEN_AI') automation.source = 'language-model'
  else if (source === 'CONTACT_LENS_DATA') automation.source = 'contact-data'
  const isStated =
    automation.source !== null ||
    automation.measure !== null ||
    automation.categories.length > 0 ||
    automation.otherwiseOptionIds.length > 0
  return isStated ? automation : null
}

function categoryOf(
  { Category, Condition }: { Category: string; Condition: string },
  optionIds: string[],
): QuestionAutomation['categories'][number] {
  return { category: Category, isPresent: Condition !== 'NOT_PRESENT', optionIds }
}

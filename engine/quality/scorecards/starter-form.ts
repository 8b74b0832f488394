import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { plainQuestion } from '../../../shared/domain/scorecard/plain-question.ts'
import type { RuleScorecard } from '../rules/index.ts'

/** The scorecard that Debrief answers by itself, as a form for people: the same questions under the same ids. */
export function starterForm({ title, sections, questions }: RuleScorecard): ScorecardDefinition {
  return {
    title,
    description: '',
    strategy: 'question-weighted',
    sections: sections.map(({ id, title: name }) => ({
      id,
      title: name,
      instructions: '',
      weight: null,
      parentId: null,
    })),
    questions: questions.map(({ id, section, title: name, text, weight }) => ({
      ...plainQuestion({ id, sectionId: section, title: name, weight }),
      guidance: text,
    })),
  }
}

import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { plainQuestion } from '../../../shared/domain/scorecard/plain-question.ts'
import { readyInWords, type RuleScorecard } from '../rules/index.ts'

/** The scorecard that Debrief answers by itself, as a form for people: the same questions under the same ids, in the language of whoever starts from it. */
export function starterForm({ title, sections, questions }: RuleScorecard): ScorecardDefinition {
  return {
    title: readyInWords(title),
    description: '',
    strategy: 'question-weighted',
    sections: sections.map(({ id, title: name }) => ({
      id,
      title: readyInWords(name),
      instructions: '',
      weight: null,
      parentId: null,
    })),
    questions: questions.map(({ id, section, title: name, text, weight }) => ({
      ...plainQuestion({ id, sectionId: section, title: readyInWords(name), weight }),
      guidance: readyInWords(text),
    })),
  }
}

import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
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
      id,
      sectionId: section,
      title: name,
      guidance: text,
      type: 'yes-no',
      weight,
      isBonus: false,
      isCritical: false,
      isExcluded: false,
      allowsNotApplicable: true,
      options: [],
      ranges: [],
      leastPoints: 0,
      mostPoints: 0,
      defaultOptionId: null,
      condition: null,
      rootCauses: [],
    })),
  }
}

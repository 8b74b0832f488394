import type { ScoringForm, ScoringQuestion, ScoringSection } from './scoring-form.ts'

/**
 * How much each question weighs against the others of its form by the form's strategy, given the questions that count here.
 * Only proportions matter:
 * `question-weighted` its own weight (what does not apply is redistributed in proportion; Amazon Connect QUESTION_ONLY) ·
 * `section-weighted` its section's weight, split evenly within (Connect SECTION_ONLY) ·
 * `points` its best points (Connect POINTS_BASED, MaestroQA) ·
 * `weighted-groups` its best points times its group's weight (Genesys Cloud).
 */
export function rawWeights(form: ScoringForm, counting: readonly ScoringQuestion[]): Map<string, number> {
  const sections = new Map(form.sections.map((section) => [section.id, section]))
  const weighing = new Map(counting.map((question) => [question.id, weighingSection(question, sections)]))
  const sizes = new Map<string, number>()
  for (const question of counting)
    if (question.isBonus !== true) {
      const section = weighing.get(question.id)!.id
      sizes.set(section, (sizes.get(section) ?? 0) + 1)
    }
  return new Map(
    counting.map((question) => {
      const section = weighing.get(question.id)!
      return [question.id, Math.max(0, weightOf(form, question, section, sizes.get(section.id) ?? 1))]
    }),
  )
}

function weightOf(
  form: ScoringForm,
  question: ScoringQuestion,
  section: ScoringSection,
  questionsInSection: number,
): number {
  switch (form.strategy) {
    case 'question-weighted':
      return question.weight ?? 0
    case 'section-weighted':
      return (section.weight ?? 0) / questionsInSection
    case 'points':
      return question.bestPoints
    case 'weighted-groups':
      return question.bestPoints * (section.weight ?? 1)
  }
}

/** The question's section, or the nearest one above it that has a weight. */
function weighingSection(
  question: ScoringQuestion,
  sections: ReadonlyMap<string, ScoringSection>,
): ScoringSection {
  const own = sections.get(question.sectionId)
  if (own === undefined)
    throw new Error(`The question "${question.id}" stands in a section that the form does not have.`)
  for (const section of lineOf(own, sections)) if (section.weight !== undefined) return section
  return own
}

/** A section and those above it, nearest first; a circle ends the line. */
export function lineOf(
  section: ScoringSection,
  sections: ReadonlyMap<string, ScoringSection>,
): ScoringSection[] {
  const line = [section]
  for (let above = section.parentId; above !== undefined; above = line.at(-1)!.parentId) {
    const parent = sections.get(above)
    if (parent === undefined || line.includes(parent)) break
    line.push(parent)
  }
  return line
}

import {
  optionsOf,
  scorecardDefinition,
  type ScorecardDefinition,
} from '../../../shared/domain/scorecard/definition.ts'
import { checked, refusal, shown } from './refusals.ts'
import type { z } from 'zod'

/** A definition with what has a default left out. */
export type DraftDefinition = z.input<typeof scorecardDefinition>
export type DraftQuestion = DraftDefinition['questions'][number]
export type DraftSection = DraftDefinition['sections'][number]
export type DraftOption = NonNullable<DraftQuestion['options']>[number]

/**
 * A form read from a file, within the limits of the definition and with every id once. What else is wrong with it (no weights, a circle of
 * conditions) may be mended in the editor, and is no reason to refuse it. Throws a Problem.
 */
export function settleDefinition(
  draft: DraftDefinition,
  fileName: string,
  what: string,
): ScorecardDefinition {
  const definition = checked(scorecardDefinition, draft, fileName, what)
  const { sections, questions } = definition
  if (questions.length === 0) throw refusal(`"${shown(fileName)}" holds a form without any question.`)
  refuseRepeated(sections, fileName, 'sections')
  refuseRepeated(questions, fileName, 'questions')
  const sectionIds = new Set(sections.map(({ id }) => id))
  for (const question of questions) {
    if (!sectionIds.has(question.sectionId))
      throw refusal(
        `"${shown(fileName)}" has the question "${shown(question.title)}" in a section that it does not hold.`,
      )
    refuseRepeated(question.options, fileName, `answers to "${shown(question.title)}"`)
  }
  return definition
}

function refuseRepeated(items: readonly { id: string }[], fileName: string, what: string): void {
  const seen = new Set<string>()
  for (const { id } of items) {
    if (seen.has(id))
      throw refusal(`"${shown(fileName)}" has two ${what} with the id "${shown(id)}"; each needs its own.`)
    seen.add(id)
  }
}

/** Whether answers are yes and no, whatever they give. */
export function areYesNo(options: readonly { label: string }[]): boolean {
  const labels = options.map(({ label }) => label.trim().toLowerCase())
  return labels.length === 2 && labels.includes('yes') && labels.includes('no')
}

/** The options of a yes/no question; none where they are the plain two, which need not be written down. */
export function withoutPlain(options: DraftOption[]): DraftOption[] {
  const plain = optionsOf({ type: 'yes-no', options: [] })
  const isPlain =
    options.length === plain.length &&
    plain.every((one, at) => {
      const option = options[at]!
      return (
        option.id === one.id &&
        option.label === one.label &&
        option.points === one.points &&
        (option.guidance ?? '') === '' &&
        (option.fatal ?? null) === null
      )
    })
  return isPlain ? [] : options
}

import { t } from '#speech'
import {
  optionsOf,
  scorecardDefinition,
  type ScorecardDefinition,
} from '../../../shared/domain/scorecard/definition.ts'
import type { Notes } from './notes.ts'
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
  notes: Notes | null = null,
): ScorecardDefinition {
  const fitting = notes === null ? draft : cutTexts(draft, notes)
  const definition = checked(scorecardDefinition, fitting, fileName, what)
  const { sections, questions } = definition
  if (questions.length === 0)
    throw refusal(t`"${{ file: shown(fileName) }}" holds a form without any question.`)
  refuseRepeated(
    sections,
    (id) => t`"${{ file: shown(fileName) }}" has two sections with the id "${{ id }}"; each needs its own.`,
  )
  refuseRepeated(
    questions,
    (id) => t`"${{ file: shown(fileName) }}" has two questions with the id "${{ id }}"; each needs its own.`,
  )
  const sectionIds = new Set(sections.map(({ id }) => id))
  for (const question of questions) {
    if (!sectionIds.has(question.sectionId))
      throw refusal(
        t`"${{ file: shown(fileName) }}" has the question "${{ title: shown(question.title) }}" in a section that it does not hold.`,
      )
    refuseRepeated(
      question.options,
      (id) =>
        t`"${{ file: shown(fileName) }}" has two answers to "${{ title: shown(question.title) }}" with the id "${{ id }}"; each needs its own.`,
    )
  }
  return definition
}

function refuseRepeated(items: readonly { id: string }[], sentence: (id: string) => string): void {
  const seen = new Set<string>()
  for (const { id } of items) {
    if (seen.has(id)) throw refusal(sentence(shown(id)))
    seen.add(id)
  }
}

/** Texts that other tools let be longer than we do, cut to what we keep. */
function cutTexts(draft: DraftDefinition, notes: Notes): DraftDefinition {
  const cut = (text: string | undefined, most: number, name: string): string => {
    const whole = (text ?? '').trim()
    if (whole.length <= most) return whole
    notes.about(name, noteCut)
    return `${whole.slice(0, most - 1).trimEnd()}…`
  }
  return {
    ...draft,
    title: cut(draft.title, 200, draft.title),
    description: cut(draft.description, 3_000, draft.title),
    sections: draft.sections.map((section) => ({
      ...section,
      title: cut(section.title, 300, section.title),
      instructions: cut(section.instructions, 3_000, section.title),
    })),
    questions: draft.questions.map((question) => ({
      ...question,
      title: cut(question.title, 500, question.title),
      guidance: cut(question.guidance, 3_000, question.title),
      options: (question.options ?? []).map((option) => ({
        ...option,
        label: cut(option.label, 300, question.title),
        guidance: cut(option.guidance, 3_000, question.title),
      })),
    })),
  }
}

const noteCut = (names: string) => t`Texts longer than Debrief keeps were cut: ${{ names }}.`

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

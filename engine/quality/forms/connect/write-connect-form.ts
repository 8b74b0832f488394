import { t } from '#speech'
import { isScored, type ScorecardDefinition } from '../../../../shared/domain/scorecard/definition.ts'
import type { WrittenForm } from '../form-file.ts'
import { noteLoose } from '../loose-questions.ts'
import { createNotes, type Notes } from '../notes.ts'
import { vendorIds } from '../vendor-ids.ts'
import type { ConnectForm, ConnectItem } from './connect-form.ts'
import { isWrittenByPoints, pointsOf, scoresOf } from './connect-scores.ts'
import type { ConnectWriting } from './connect-writing.ts'
import { writeConnectQuestion } from './write-question.ts'

/** `ReferenceId` of the API. */
const refIds = { pattern: /^[a-zA-Z0-9._-]{1,40}$/, mostCharacters: 40 }

const MOST_ITEMS = 100

/** The form as `CreateEvaluationForm` of Amazon Connect's API takes it, without the ids of an instance. */
export function writeConnectForm(definition: ScorecardDefinition): WrittenForm {
  const notes = createNotes()
  noteLoose(definition, notes)
  const isByPoints = isWrittenByPoints(definition)
  const fit = (text: string, most: number) => fitted(text, most, notes)
  const ids = idsFor(definition, notes)
  const toPoints = isByPoints ? pointsOf(definition, groupWeights(definition), notes) : null
  const weights = percentages(
    definition.strategy === 'question-weighted'
      ? definition.questions.filter((question) => isScored(question) && !question.isBonus)
      : definition.strategy === 'section-weighted'
        ? definition.sections
        : [],
    notes,
  )
  const writing: ConnectWriting = {
    notes,
    isByPoints,
    weightOf: ({ id }) => (definition.strategy === 'question-weighted' ? (weights.get(id) ?? null) : null),
    scoresOf: (question) => toPoints?.(question) ?? scoresOf(question, notes),
    idOf: ids.idOf,
    optionIdOf: ids.optionIdOf,
    fit,
  }
  if (definition.sections.length > MOST_ITEMS || definition.questions.length > MOST_ITEMS)
    notes.add(t`Amazon Connect takes at most 100 sections and 100 questions a form; this one has more.`)

  const itemsOf = (parentId: string | null): ConnectItem[] => {
    const placed: { at: number; item: ConnectItem }[] = []
    for (const section of definition.sections.filter((one) => one.parentId === parentId)) {
      const weight = definition.strategy === 'section-weighted' ? weights.get(section.id) : undefined
      placed.push({
        at: firstPlace(section.id, definition),
        item: {
          Section: {
            Title: fit(section.title, 128),
            RefId: ids.idOf(section.id),
            ...(section.instructions !== '' && { Instructions: fit(section.instructions, 1_024) }),
            ...(weight !== undefined && { Weight: weight }),
            Items: itemsOf(section.id),
          },
        },
      })
    }
    for (const [at, question] of definition.questions.entries())
      if (question.sectionId === parentId)
        placed.push({ at, item: { Question: writeConnectQuestion(question, writing) } })
    return placed.toSorted((one, other) => one.at - other.at).map(({ item }) => item)
  }

  const form: ConnectForm = {
    Title: fit(definition.title, 128),
    ...(definition.description !== '' && { Description: fit(definition.description, 1_024) }),
    Items: itemsOf(null),
    ScoringStrategy: {
      Mode: isByPoints
        ? 'POINTS_BASED'
        : definition.strategy === 'question-weighted'
          ? 'QUESTION_ONLY'
          : 'SECTION_ONLY',
      Status: 'ENABLED',
    },
  }
  return { text: `${JSON.stringify(form, null, 2)}\n`, notes: notes.sentences() }
}

/** Where a section stands among what is asked: at its first question; one without any comes last. */
function firstPlace(sectionId: string, { sections, questions }: ScorecardDefinition): number {
  const within = new Set([
    sectionId,
    ...sections.filter(({ parentId }) => parentId === sectionId).map(({ id }) => id),
  ])
  const at = questions.findIndex((question) => within.has(question.sectionId))
  return at === -1 ? questions.length : at
}

/** The factor on a question's points: the weight of its section, or of the one above. */
function groupWeights({ strategy, sections }: ScorecardDefinition) {
  const byId = new Map(sections.map((section) => [section.id, section]))
  return ({ sectionId }: { sectionId: string }): number => {
    if (strategy !== 'weighted-groups') return 1
    const section = byId.get(sectionId)
    return section?.weight ?? byId.get(section?.parentId ?? '')?.weight ?? 1
  }
}

/** Weights in percent of their sum, as Amazon Connect wants them. */
function percentages(
  items: readonly { id: string; weight: number | null }[],
  notes: Notes,
): ReadonlyMap<string, number> {
  const weighing = items.flatMap(({ id, weight }) => (weight === null ? [] : [{ id, weight }]))
  const sum = weighing.reduce((total, { weight }) => total + weight, 0)
  if (sum === 0 || Math.abs(sum - 100) < 1e-6) return new Map(weighing.map(({ id, weight }) => [id, weight]))
  notes.add(t`Weights were stretched to add up to 100, as Amazon Connect wants them; the score is the same.`)
  return new Map(weighing.map(({ id, weight }) => [id, Math.round((weight / sum) * 1e6) / 1e4]))
}

function idsFor({ sections, questions }: ScorecardDefinition, notes: Notes) {
  const items = vendorIds(
    [...sections, ...questions].map(({ id }) => id),
    refIds,
  )
  const sectionIds = new Set(sections.map(({ id }) => id))
  const byQuestion = new Map(
    questions.map((question) => {
      const conditioned = question.type === 'yes-no' && question.options.length === 0
      const ids = conditioned ? ['yes', 'no'] : question.options.map(({ id }) => id)
      return [question.id, vendorIds(ids, refIds)]
    }),
  )
  const changed = [...items.changed, ...[...byQuestion.values()].flatMap((one) => one.changed)]
  if (changed.length > 0) notes.add(idsChanged(changed.length))
  if (questions.some(({ id }) => sectionIds.has(id)))
    notes.add(t`A section and a question have the same id, which Amazon Connect may refuse.`)
  return {
    idOf: items.idOf,
    optionIdOf: (questionId: string, optionId: string) =>
      byQuestion.get(questionId)?.idOf(optionId) ?? optionId,
  }
}

function idsChanged(count: number): string {
  return count === 1
    ? t`One id does not fit what Amazon Connect takes and was changed.`
    : t`${{ count }} ids do not fit what Amazon Connect takes and were changed.`
}

function fitted(text: string, most: number, notes: Notes): string {
  if (text.length <= most) return text
  notes.about(text, noteCut)
  return `${text.slice(0, most - 1).trimEnd()}…`
}

const noteCut = (names: string) => t`Texts longer than Amazon Connect takes were cut: ${{ names }}.`

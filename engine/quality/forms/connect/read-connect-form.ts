import { t } from '#speech'
import type { ScorecardDefinition } from '../../../../shared/domain/scorecard/definition.ts'
import type { ReadForm } from '../form-file.ts'
import { createNotes, type Notes } from '../notes.ts'
import { checked } from '../refusals.ts'
import { settleDefinition, type DraftQuestion, type DraftSection } from '../settle-definition.ts'
import { connectForm, type ConnectForm, type ConnectItem, type ConnectQuestion } from './connect-form.ts'
import { noteThresholds, readConnectQuestion } from './read-question.ts'

/** The form within a document of Amazon Connect's API (`EvaluationForm`, alone or in the answer of a call); null where there is none. */
export function connectFormIn(document: Record<string, unknown>): Record<string, unknown> | null {
  const inner = document['EvaluationForm']
  const form = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : document
  return Array.isArray(form['Items']) ? form : null
}

const what = () => t`an Amazon Connect form`

/**
 * Reads it (`EvaluationForm` of the API, 2026-06): the question's `RefId` is our stable id. Scores count as shares of the best answer. Sections
 * deeper than two levels join the one above. Throws a Problem.
 */
export function readConnectForm(document: Record<string, unknown>, fileName: string): ReadForm {
  const form = checked(connectForm, document, fileName, what())
  const notes = createNotes()
  const isOff = form.ScoringStrategy?.Status === 'DISABLED'
  if (isOff) notes.add(t`Scoring is switched off in this form, so its questions are asked but not scored.`)
  noteSettings(form, notes)
  const sections: DraftSection[] = []
  const questions: DraftQuestion[] = []
  const isByPoints = form.ScoringStrategy?.Mode === 'POINTS_BASED'

  const addQuestion = (question: ConnectQuestion, sectionId: string, isExcluded: boolean) =>
    questions.push(readConnectQuestion(question, { isByPoints, sectionId, isExcluded }, notes))

  const walk = (items: readonly ConnectItem[], line: readonly string[], isExcluded: boolean) => {
    for (const { Section: section, Question: question } of items) {
      if (question) addQuestion(question, line.at(-1) ?? looseSection(sections), isExcluded)
      if (!section) continue
      const isOut = isExcluded || section.IsExcludedFromScoring === true
      if ((section.ScoreThresholds ?? []).length > 0) notes.add(noteThresholds())
      if (line.length === 2) {
        notes.about(section.Title, noteDeep)
        walk(section.Items ?? [], line, isOut)
        continue
      }
      sections.push({
        id: section.RefId,
        title: section.Title.trim() || section.RefId,
        instructions: section.Instructions ?? '',
        weight: section.Weight ?? null,
        parentId: line.at(-1) ?? null,
      })
      walk(section.Items ?? [], [...line, section.RefId], isOut)
    }
  }
  walk(form.Items, [], isOff)

  const strategy = strategyOf(form, sections, questions, notes)
  const definition = settleDefinition(
    { title: form.Title, description: form.Description ?? '', strategy, sections, questions },
    fileName,
    what(),
    notes,
  )
  const version = form.EvaluationFormVersion ?? null
  return {
    definition,
    formRef: form.EvaluationFormId?.trim() || null,
    version: version === null ? null : String(version),
    notes: notes.sentences(),
  }
}

const noteDeep = (names: string) =>
  t`Sections have two levels; deeper ones joined the one above: ${{ names }}.`

/** Questions outside every section stand in one of their own. */
function looseSection(sections: DraftSection[]): string {
  const id = 'form'
  if (!sections.some((section) => section.id === id)) sections.push({ id, title: 'Questions' })
  return id
}

function strategyOf(
  form: ConnectForm,
  sections: readonly DraftSection[],
  questions: readonly DraftQuestion[],
  notes: Notes,
): ScorecardDefinition['strategy'] {
  switch (form.ScoringStrategy?.Mode) {
    case 'QUESTION_ONLY':
      return 'question-weighted'
    case 'SECTION_ONLY':
      return 'section-weighted'
    case 'POINTS_BASED':
      return 'points'
    default:
      notes.add(t`The form does not say how it is scored; that was taken from where its weights stand.`)
      if (questions.some(({ weight }) => typeof weight === 'number')) return 'question-weighted'
      return sections.some(({ weight }) => typeof weight === 'number') ? 'section-weighted' : 'points'
  }
}

function noteSettings(form: ConnectForm, notes: Notes): void {
  if ((form.ScoringStrategy?.ScoreThresholds ?? []).length > 0) notes.add(noteThresholds())
  if (form.AutoEvaluationConfiguration?.Enabled === true)
    notes.add(t`That Amazon Connect evaluates by this form on its own is not kept.`)
  if (form.ReviewConfiguration || form.TargetConfiguration || form.LanguageConfiguration)
    notes.add(t`Settings for reviews, for whom it is meant and for its language are not kept.`)
}

import { t } from '#speech'
import type { Notes } from '../notes.ts'
import { areYesNo, withoutPlain, type DraftOption, type DraftQuestion } from '../settle-definition.ts'
import type { ConnectQuestion, ConnectScored } from './connect-form.ts'
import { readAutomation } from './read-automation.ts'
import { readEnablement } from './read-enablement.ts'

/** What a question stands in. */
export interface QuestionPlace {
  sectionId: string
  /** Whether the form or a section around it is left out of scoring. */
  isExcluded: boolean
  /** Whether the form counts points rather than scores from 0 to 10. */
  isByPoints: boolean
}

type Answers = Pick<DraftQuestion, 'type' | 'options' | 'ranges'>

/** One question of an Amazon Connect form; what it has and ours has not goes to the notes. */
export function readConnectQuestion(
  question: ConnectQuestion,
  place: QuestionPlace,
  notes: Notes,
): DraftQuestion {
  const title = question.Title.trim() || question.RefId
  const answers = readAnswers(question, title, place, notes)
  const automation = readAutomation(question)
  const { ScoringConfiguration: scoring, Weight } = question
  const isStatedOut = scoring?.IsExcludedFromScoring === true || question.IsExcludedFromScoring === true
  const hasPoints = [...(answers.options ?? []), ...(answers.ranges ?? [])].some(({ points }) => points > 0)
  const isWithoutPoints =
    answers.type !== 'text' &&
    !hasPoints &&
    (answers.options ?? []).length + (answers.ranges ?? []).length > 0
  if (isWithoutPoints && !isStatedOut && !place.isExcluded && (Weight ?? 0) > 0)
    notes.about(title, noteWithoutPoints)
  if ((scoring?.ScoreThresholds ?? []).length > 0) notes.add(noteThresholds())
  return {
    id: question.RefId,
    sectionId: place.sectionId,
    title,
    guidance: question.Instructions ?? '',
    weight: Weight ?? null,
    isBonus:
      scoring?.PointsConfiguration?.IsBonus === true ||
      question.PointsConfiguration?.IsBonus === true ||
      question.IsBonus === true ||
      isAllBonus(question),
    isExcluded: place.isExcluded || isStatedOut || isWithoutPoints,
    // Connect's own default, unlike ours
    allowsNotApplicable: question.NotApplicableEnabled === true,
    condition: readCondition(question, title, notes),
    ...answers,
    ...(automation !== null && { automation }),
  }
}

function readAnswers(question: ConnectQuestion, title: string, place: QuestionPlace, notes: Notes): Answers {
  const { QuestionType: type, QuestionTypeProperties: properties } = question
  switch (type) {
    case 'SINGLESELECT': {
      const options = readOptions(properties?.SingleSelect?.Options ?? [], title, place, notes)
      if (properties?.SingleSelect?.DisplayAs) notes.add(noteDisplay())
      noteBest(options, title, place, notes)
      return areYesNo(options)
        ? { type: 'yes-no', options: withoutPlain(options) }
        : { type: 'single', options }
    }
    case 'MULTISELECT': {
      const options = readOptions(properties?.MultiSelect?.Options ?? [], title, place, notes)
      if (properties?.MultiSelect?.DisplayAs) notes.add(noteDisplay())
      if (options.some(({ points }) => points !== 0)) notes.about(title, noteSeveral)
      return { type: 'multiple', options }
    }
    case 'NUMERIC':
      return readNumeric(question, title, place, notes)
    case 'TEXT':
      return { type: 'text' }
    case 'DATETIME':
      notes.about(title, noteDate)
      return { type: 'text' }
    default:
      notes.about(title, noteUnknownType)
      return { type: 'text' }
  }
}

function readOptions(
  choices: readonly (ConnectScored & { RefId: string; Text: string })[],
  title: string,
  place: QuestionPlace,
  notes: Notes,
): DraftOption[] {
  const bonuses = choices.filter(isBonusAnswer)
  if (bonuses.length > 0 && bonuses.length < choices.length) notes.about(title, noteBonusAnswer)
  return choices.map((choice) => ({
    id: choice.RefId,
    label: choice.Text.trim() || choice.RefId,
    points: pointsOf(choice, place),
    fatal: fatalOf(choice),
  }))
}

function readNumeric(question: ConnectQuestion, title: string, place: QuestionPlace, notes: Notes): Answers {
  const numeric = question.QuestionTypeProperties?.Numeric
  if (!numeric) return { type: 'numeric' }
  const { MinValue, MaxValue } = numeric
  const stated = (numeric.Options ?? []).map((range) => ({
    from: range.MinValue,
    to: range.MaxValue,
    points: pointsOf(range, place),
    fatal: fatalOf(range),
  }))
  // without ranges any number is an answer, and none gives points
  const ranges = stated.length > 0 ? stated : [{ from: MinValue, to: MaxValue, points: 0, fatal: null }]
  const [least, most] = [Math.min(...ranges.map(({ from }) => from)), Math.max(...ranges.map(({ to }) => to))]
  if (least > MinValue || most < MaxValue) notes.about(title, noteOutside)
  noteBest(ranges, title, place, notes)
  return { type: 'numeric', ranges }
}

function pointsOf({ Score, PointsConfiguration }: ConnectScored, { isByPoints }: QuestionPlace): number {
  return (
    (isByPoints ? (PointsConfiguration?.PointValue ?? Score) : (Score ?? PointsConfiguration?.PointValue)) ??
    0
  )
}

function fatalOf({ AutomaticFail, AutomaticFailConfiguration }: ConnectScored): DraftOption['fatal'] {
  const sectionId = AutomaticFailConfiguration?.TargetSection
  if (AutomaticFail !== true) return null
  return sectionId ? { target: 'section', sectionId } : { target: 'form' }
}

function isBonusAnswer({ PointsConfiguration }: ConnectScored): boolean {
  return PointsConfiguration?.IsBonus === true
}

function isAllBonus({ QuestionTypeProperties: properties }: ConnectQuestion): boolean {
  const scored: readonly ConnectScored[] = [
    ...(properties?.SingleSelect?.Options ?? []),
    ...(properties?.MultiSelect?.Options ?? []),
    ...(properties?.Numeric?.Options ?? []),
  ]
  return scored.length > 0 && scored.every(isBonusAnswer)
}

function noteBest(
  answers: readonly { points: number }[],
  title: string,
  { isByPoints, isExcluded }: QuestionPlace,
  notes: Notes,
): void {
  const best = Math.max(0, ...answers.map(({ points }) => points))
  if (!isByPoints && !isExcluded && best > 0 && best !== 10) notes.about(title, noteBelowTen)
}

function readCondition(question: ConnectQuestion, title: string, notes: Notes): DraftQuestion['condition'] {
  if (!question.Enablement) return null
  const condition = readEnablement(question.Enablement)
  if (condition === undefined) notes.about(title, noteCondition)
  return condition ?? null
}

export const noteThresholds = () =>
  t`Score thresholds (what needs improvement, what exceeds expectations) are not kept.`
const noteDisplay = () => t`Whether answers are shown as a list, as buttons or as boxes is not kept.`
const noteDate = (names: string) => t`A date is answered as text here: ${{ names }}.`
const noteUnknownType = (names: string) =>
  t`A kind of question that Debrief does not know is answered as text: ${{ names }}.`
const noteSeveral = (names: string) =>
  t`Where several answers may be chosen their scores are added up, over all that give any; Amazon Connect does not say how it counts them: ${{ names }}.`
const noteBelowTen = (names: string) =>
  t`The best answer scores other than 10, and counts as full marks; Amazon Connect does not say whether it does there: ${{ names }}.`
const noteBonusAnswer = (names: string) =>
  t`Some of its answers are a bonus, others are not; Debrief has bonus questions only, so all of them count as ordinary points: ${{ names }}.`
const noteOutside = (names: string) =>
  t`Numbers outside the ranges that score count as unanswered: ${{ names }}.`
const noteWithoutPoints = (names: string) =>
  t`No answer gives any points, so it is asked but not scored: ${{ names }}.`
const noteCondition = (names: string) =>
  t`When it is asked cannot be said in Debrief, so it is always asked: ${{ names }}.`

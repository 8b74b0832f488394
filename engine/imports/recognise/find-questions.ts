import { t } from '#speech'
import type { QuestionMapping } from '../../../shared/domain/import-kinds.ts'
import { ANSWER_WORDS, NOT_APPLICABLE_WORDS } from '../values/words.ts'
import { isNumber, shareOf } from './column-values.ts'
import { answerScale, decideRating } from './decide-rating.ts'
import { questionLabels, type LabelOf } from './question-labels.ts'
import type { TableColumn } from './read-columns.ts'
import { samePoints } from './same-points.ts'
import { ownValue } from '../values/own-value.ts'

type Role = 'answer' | 'score' | 'comment' | 'weight' | 'max'

/** A column whose heading says that it belongs to a question: `Greeting – Score`, `Empathy (Comment)`. */
interface FamilyMember {
  column: TableColumn
  label: string
  section: string | null
  role: Role
}

const ROLE_WORDS: readonly (readonly [Role, string])[] = [
  ['max', 'max(?:imum)?(?: score| points)?|possible(?: score| points)?|points possible|out of'],
  ['weight', 'weight(?:age|ing)?|gewicht(?:ung)?|peso|poids|weging'],
  [
    'comment',
    'comments?|notes?|remarks?|feedback|rationale|kommentar|bemerkung|anmerkung|comentarios?|commentaires?|opmerking(?:en)?',
  ],
  ['score', 'scores?|points?(?: earned)?|punkte|punktzahl|puntos|puntuacion|puntuación|punten|pontos|%'],
  [
    'answer',
    'answer|response|rating|result|value|selection|antwort|bewertung|respuesta|reponse|réponse|antwoord|resposta',
  ],
]
const ROLES = ROLE_WORDS.map(([role, words]) => {
  const separated = new RegExp(`^(.+?)(?:\\s*[-–—:|/_.]\\s*|\\s*[([]\\s*|\\s+)(?:${words})\\s*[)\\]]?$`, 'iu')
  const alone = new RegExp(`^(?:${words})$`, 'iu')
  const leading = new RegExp(`^(?:${words})\\s*[-–—:|]\\s*(.+)$`, 'iu')
  return { role, separated, alone, leading }
})

/** What a heading ends in without naming a question. */
const NO_QUESTION =
  /^(?:total|overall|final|max(?:imum)?|evaluation|eval|qa|quality|form|scorecard|section|question|answer|csat|nps|survey|agent|customer|reviewer|evaluator|general|average|raw|normalized|gesamt|coaching|additional|percent(?:age)?|call|ticket|contact|interaction|time|test|credit|risk)?(?:\s*(?:score|form|the))?$/i

/** How many columns belong to question families, and how many hold nothing but answers. */
export function countQuestionLike(columns: readonly TableColumn[]): { families: number; answers: number } {
  const families = new Set(
    familyMembers(columns, questionLabels([]))
      .filter(({ role }) => role === 'score' || role === 'answer')
      .map(({ label }) => label),
  )
  const answers = columns.filter((column) => isUnnamed(column) && holdsAnswerWords(column)).length
  return { families: families.size, answers }
}

/** A form's questions as they lie in a wide table, with the columns they use and what was assumed. */
export interface FoundQuestions {
  questions: QuestionMapping[]
  used: Set<number>
  assumptions: string[]
  undecided: string[]
}

/**
 * Tells a wide evaluation's question columns from its metadata: by families of headings, by values that are answers, and
 * by columns of points of the same scale. `claimed` are the columns the lexicon is sure of.
 */
export function findQuestions(
  columns: readonly TableColumn[],
  headerRows: readonly (readonly string[])[],
  claimed: ReadonlySet<number>,
): FoundQuestions {
  const free = columns.filter((column) => !claimed.has(column.index))
  const labelOf = questionLabels(headerRows)
  const members = familyMembers(free, labelOf)
  const byLabel = new Map<string, FamilyMember[]>()
  for (const member of members) {
    const key = familyKey(member)
    const family = byLabel.get(key)
    if (family) family.push(member)
    else byLabel.set(key, [member])
  }
  const answered = new Set(members.filter(({ role }) => role === 'answer').map(familyKey))
  const inFamily = new Set(members.map(({ column }) => column.index))
  const singles = free.filter((column) => !inFamily.has(column.index))
  // `Greeting` beside `Greeting – Score` is the family's answer.
  for (const column of singles) {
    const { label, section } = labelOf(column)
    const key = familyKey({ label, section })
    const family = byLabel.get(key)
    if (family && !answered.has(key)) {
      family.push({ column, label, section, role: 'answer' })
      answered.add(key)
      inFamily.add(column.index)
    }
  }
  const lone = singles.filter((column) => !inFamily.has(column.index) && isUnnamed(column))
  const worded = lone.filter(holdsAnswerWords)
  const isWorded = new Set(worded)
  const pointed = samePoints(
    lone.filter((column) => !isWorded.has(column) && holdsPoints(column)),
    worded,
  )
  const found: FoundQuestions = { questions: [], used: new Set(), assumptions: [], undecided: [] }
  const usualMax = usualMaximum(
    [...byLabel.values()]
      .flatMap((family) => family.filter(({ role }) => role === 'score').map(({ column }) => column))
      .concat(pointed),
  )
  const placed: { index: number; question: QuestionMapping }[] = []
  const guessed: string[] = []
  const add = (
    index: number,
    question: QuestionMapping,
    scored: TableColumn | null,
    assumption: string | null,
  ): void => {
    placed.push({ index, question })
    if (assumption !== null && scored) {
      guessed.push(question.label)
      found.undecided.push(scored.name)
    }
  }
  for (const family of byLabel.values()) {
    const role = (wanted: Role): TableColumn | null =>
      family.find((member) => member.role === wanted)?.column ?? null
    const [first] = family
    const answer = role('answer')
    const score = role('score')
    if (!first || (!answer && !score)) continue
    const scored = score ?? answer
    if (!scored) continue
    const scale = scaleOf(scored, usualMax)
    if (!scale) continue
    for (const { column } of family) found.used.add(column.index)
    add(
      family.reduce((least, { column }) => Math.min(least, column.index), first.column.index),
      {
        label: first.label,
        section: first.section,
        answerColumn: answer?.name ?? null,
        scoreColumn: score?.name ?? null,
        commentColumn: role('comment')?.name ?? null,
        weightColumn: role('weight')?.name ?? null,
        scale: scale.transform,
        ...(role('max') ? { maxColumn: role('max')?.name ?? '' } : {}),
        notApplicable: [...NOT_APPLICABLE_WORDS],
      },
      scored,
      role('max') ? null : scale.assumption,
    )
  }
  for (const column of [...worded, ...pointed]) {
    const scale = scaleOf(column, usualMax)
    if (!scale) continue
    const { label, section } = labelOf(column)
    found.used.add(column.index)
    add(
      column.index,
      {
        label,
        section,
        answerColumn: column.name,
        scoreColumn: null,
        commentColumn: null,
        weightColumn: null,
        scale: scale.transform,
        notApplicable: [...NOT_APPLICABLE_WORDS],
      },
      column,
      scale.assumption,
    )
  }
  addRepeatedComments(columns, placed, found.used)
  found.questions = withSections(placed.sort((a, b) => a.index - b.index).map(({ question }) => question))
  if (guessed.length > 0) {
    found.assumptions.push(
      guessed.length === 1
        ? t`The highest points of "${{ question: guessed[0] ?? '' }}" are not stated; the smallest usual scale that holds every value is assumed.`
        : t`The highest points of ${{ questions: guessed.length }} questions are not stated; the smallest usual scale that holds every value is assumed.`,
    )
  }
  return found
}

/** `Comments` after every question, as home-made sheets have it: each belongs to the question on its left. */
function addRepeatedComments(
  columns: readonly TableColumn[],
  placed: readonly { index: number; question: QuestionMapping }[],
  used: Set<number>,
): void {
  const isComment = ROLES.find(({ role }) => role === 'comment')?.alone
  const bare = columns.filter((column) => isComment?.test(column.name.replace(/ \(\d+\)$/, '').trim()))
  if (bare.length < 2) return
  const byAnswer = new Map(placed.map(({ index, question }) => [index, question]))
  for (const { index, name } of bare) {
    const question = byAnswer.get(index - 1)
    if (!question || question.commentColumn !== null || used.has(index)) continue
    question.commentColumn = name
    used.add(index)
  }
}

/** Members of one question have it in common. */
function familyKey({ section, label }: Pick<FamilyMember, 'section' | 'label'>): string {
  return `${section ?? ''}\n${label.toLowerCase()}`
}

function familyMembers(columns: readonly TableColumn[], labelOf: LabelOf): FamilyMember[] {
  const members: FamilyMember[] = []
  const names = new Set(columns.map(({ name }) => name))
  for (const column of columns) {
    const sprinklr = /^(.+?)(?: (Score|Weightage))?( \(Disputed\))? \(([^()]+)\)$/.exec(column.name)
    if (sprinklr && names.has(`${sprinklr[1] ?? ''} Score (${sprinklr[4] ?? ''})`)) {
      if (sprinklr[3]) continue
      const role: Role = sprinklr[2] === 'Score' ? 'score' : sprinklr[2] === 'Weightage' ? 'weight' : 'answer'
      members.push({ column, label: sprinklr[1] ?? '', section: sprinklr[4] ?? null, role })
      continue
    }
    const { label: text, section } = labelOf(column)
    for (const { role, separated, alone, leading } of ROLES) {
      if (section !== null && alone.test(text)) {
        members.push({ column, label: section, section: null, role })
        break
      }
      const label = separated.exec(text)?.[1] ?? leading.exec(text)?.[1]
      if (label === undefined) continue
      if (!NO_QUESTION.test(label.trim()))
        members.push({ column, label: label.replace(/_/g, ' ').trim(), section, role })
      break
    }
  }
  const scored = new Set(
    members
      .filter(({ role }) => role === 'score' || role === 'answer')
      .map(({ label }) => label.toLowerCase()),
  )
  const labels = new Set(columns.map((column) => labelOf(column).label.toLowerCase()))
  // `Reason code comment` alone is no question; a comment counts beside a score or the answer it is about.
  return members.filter((member) => {
    if (member.role === 'score' || member.role === 'answer') return holdsScores(member.column)
    const label = member.label.toLowerCase()
    return scored.has(label) || labels.has(label)
  })
}

function holdsScores(column: TableColumn): boolean {
  return column.values.filled.length === 0 || decideRating(column.values, column.header, 'answer') !== null
}

/** Whether the lexicon has no exact name for the column: such a column may be a question. */
function isUnnamed(column: TableColumn): boolean {
  return !column.matches.some((match) => match.isExact)
}

const NOT_APPLICABLE = new Set(NOT_APPLICABLE_WORDS)

function holdsAnswerWords(column: TableColumn): boolean {
  const { values, header } = column
  if (values.filled.length === 0 || /^(?:is|has|was) /.test(header.phrase)) return false
  const words = [...values.counts.keys()]
  if (words.length > 12) return false
  const answers = words.filter((word) => ownValue(ANSWER_WORDS, word) !== undefined && !/^[\d.]+$/.test(word))
  const covered = answers.reduce((sum, word) => sum + (values.counts.get(word) ?? 0), 0)
  const silent = words.filter((word) => NOT_APPLICABLE.has(word)).length
  if (answers.length > 0 && covered / values.filled.length >= 0.8) return true
  return (
    silent < words.length &&
    words.every((word) => /^\p{L}/u.test(word)) &&
    decideRating(values, header, 'answer') !== null
  )
}

function holdsPoints(column: TableColumn): boolean {
  const { values, header } = column
  if (values.filled.length === 0 || header.unit !== null || values.counts.size > 12) return false
  if (shareOf(values, (cell) => isNumber(cell) || NOT_APPLICABLE.has(cell.toLowerCase())) < 1) return false
  const rating = decideRating(values, header, 'answer')
  return rating !== null && rating.transform.max <= 100
}

/** The maximum most columns of points share; forms rarely mix scales within 1 to 10. */
function usualMaximum(columns: readonly TableColumn[]): number | null {
  const counts = new Map<number, number>()
  for (const column of columns) {
    const scale = decideRating(column.values, column.header, 'answer')?.transform
    const max = scale?.words ? undefined : scale?.max
    if (max !== undefined) counts.set(max, (counts.get(max) ?? 0) + 1)
  }
  if (counts.has(100)) return 100
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  if (best && best[1] >= 2 && best[1] * 2 >= columns.length) return best[0]
  const small = [...counts.keys()].filter((max) => max > 1 && max <= 5)
  return columns.length >= 2 && small.length > 0 ? Math.max(...small) : null
}

function scaleOf(
  column: TableColumn,
  usualMax: number | null,
): { transform: QuestionMapping['scale']; assumption: string | null } | null {
  if (column.values.filled.length === 0) return { transform: answerScale(), assumption: 'empty' }
  const rating = decideRating(column.values, column.header, 'answer')
  if (!rating) return null
  const { transform, assumption } = rating
  const isPlain = transform.words === undefined && assumption !== null
  // Points on a scale to 10 mix with no other; shares of 100 are told by any one column that reaches it.
  const isLower =
    usualMax !== null &&
    transform.max > 1 &&
    transform.max < usualMax &&
    (usualMax <= 10 || transform.max > 10)
  if (isPlain && usualMax !== null && isLower) {
    return { transform: { ...transform, max: usualMax }, assumption: usualMax === 100 ? null : assumption }
  }
  // A maximum of 1 or 100 is no guess: such scores have no other usual scale.
  return { transform, assumption: transform.max === 1 || transform.max === 100 ? null : assumption }
}

/** `Opening: Greeting`, `Opening > Verification`: a beginning that several labels share is their section. */
function withSections(questions: QuestionMapping[]): QuestionMapping[] {
  if (questions.some(({ section }) => section !== null)) return questions
  const split = questions.map(({ label }) => /^(.{2,40}?)\s*(?:[:>|»]|\s[-–—]\s)\s*(.{2,})$/.exec(label))
  const counts = new Map<string, number>()
  for (const match of split) if (match?.[1]) counts.set(match[1], (counts.get(match[1]) ?? 0) + 1)
  return questions.map((question, index) => {
    const match = split[index]
    const section = match?.[1]
    return section !== undefined && (counts.get(section) ?? 0) >= 2
      ? { ...question, section, label: match?.[2] ?? question.label }
      : question
  })
}

import { select, t } from '#speech'
import { formatShort } from '../../speech/numbers.ts'
import { optionsOf, isScored, type ScorecardDefinition, type ScorecardQuestion } from './definition.ts'
import { effectiveWeights } from './effective-weights.ts'
import { LEAST_POINTS } from '../scoring/scoring-form.ts'
import { bestPoints } from './score-answers.ts'

/** Something wrong with a form. What `stops` keeps it from being published; the rest is worth a look. */
export interface FormProblem {
  stops: boolean
  /** Where it is; both null for the form as a whole. */
  sectionId: string | null
  questionId: string | null
  sentence: string
}

/** Everything that is wrong with a form, in its order. Sentences are for whoever edits it. */
export function findProblems(definition: ScorecardDefinition): FormProblem[] {
  return [
    ...structureProblems(definition),
    ...definition.questions.flatMap((question) => questionProblems(question, definition)),
    ...conditionProblems(definition),
    ...weightProblems(definition),
  ]
}

type Place = { sectionId?: string; questionId?: string }

function problem(stops: boolean, sentence: string, { sectionId, questionId }: Place = {}): FormProblem {
  return { stops, sentence, sectionId: sectionId ?? null, questionId: questionId ?? null }
}

function structureProblems({ sections, questions }: ScorecardDefinition): FormProblem[] {
  const problems: FormProblem[] = []
  if (questions.length === 0) problems.push(problem(true, t`The form has no question yet.`))
  for (const id of repeated(sections.map((one) => one.id)))
    problems.push(problem(true, t`Two sections have the id "${{ id }}".`, { sectionId: id }))
  for (const id of repeated(questions.map((one) => one.id)))
    problems.push(problem(true, t`Two questions have the id "${{ id }}".`, { questionId: id }))
  const byId = new Map(sections.map((section) => [section.id, section]))
  for (const section of sections) {
    const { id: sectionId, parentId, title } = section
    if (parentId === null) continue
    const parent = byId.get(parentId)
    if (parent === undefined)
      problems.push(problem(true, t`"${{ title }}" is part of a section that does not exist.`, { sectionId }))
    else if (parent.parentId !== null || parentId === sectionId)
      problems.push(problem(true, t`"${{ title }}" lies too deep: sections have two levels.`, { sectionId }))
  }
  for (const section of sections) {
    const { id: sectionId, title } = section
    const isUsed =
      questions.some((question) => question.sectionId === sectionId) ||
      sections.some(({ parentId }) => parentId === sectionId)
    if (!isUsed) problems.push(problem(false, t`"${{ title }}" has no question.`, { sectionId }))
  }
  return problems
}

function questionProblems(question: ScorecardQuestion, { sections }: ScorecardDefinition): FormProblem[] {
  const { id: questionId, title } = question
  const found: FormProblem[] = []
  const add = (stops: boolean, sentence: string) => found.push(problem(stops, sentence, { questionId }))
  const sectionIds = new Set(sections.map(({ id }) => id))
  if (!sectionIds.has(question.sectionId))
    add(true, t`"${{ title }}" stands in a section that does not exist.`)
  const options = optionsOf(question)
  if ((question.type === 'single' || question.type === 'multiple') && options.length === 0)
    add(true, t`"${{ title }}" has no answers to choose from.`)
  for (const id of repeated(options.map((one) => one.id)))
    add(true, t`"${{ title }}" has two answers with the id "${{ id }}".`)
  for (const label of repeated(options.map((one) => one.label.toLowerCase())))
    add(false, t`"${{ title }}" has two answers called "${{ label }}".`)
  for (const { fatal } of [...options, ...question.ranges])
    if (fatal?.target === 'section' && !sectionIds.has(fatal.sectionId))
      add(true, t`An answer to "${{ title }}" zeroes a section that does not exist.`)
  if (question.defaultOptionId !== null && !options.some(({ id }) => id === question.defaultOptionId))
    add(true, t`The default answer of "${{ title }}" is none of its answers.`)
  found.push(...rangeProblems(question))
  if (question.type === 'points' && question.leastPoints >= question.mostPoints)
    add(true, t`"${{ title }}" needs more points at most than at least.`)
  if (isScored(question) && options.length > 0 && bestPoints(question) < LEAST_POINTS)
    add(true, t`No answer to "${{ title }}" gives any points; leave it out of the score if that is meant.`)
  if (question.defaultOptionId !== null) {
    const preset = options.find(({ id }) => id === question.defaultOptionId)
    if (
      preset !== undefined &&
      options.length > 1 &&
      preset.points === bestPoints(question) &&
      isScored(question)
    )
      add(false, t`"${{ title }}" is set to its best answer by default: that makes reviewers lenient.`)
  }
  return found
}

function rangeProblems({ id: questionId, title, type, ranges }: ScorecardQuestion): FormProblem[] {
  if (type !== 'numeric') return []
  if (ranges.length === 0) return [problem(true, t`"${{ title }}" has no ranges.`, { questionId })]
  const found: FormProblem[] = []
  const inOrder = ranges.toSorted((a, b) => a.from - b.from)
  for (const [at, range] of inOrder.entries()) {
    const next = inOrder[at + 1]
    if (range.from > range.to)
      found.push(problem(true, t`A range of "${{ title }}" ends before it starts.`, { questionId }))
    else if (next !== undefined && next.from <= range.to && next.to >= next.from && next.from !== range.to)
      found.push(
        problem(true, t`Two ranges of "${{ title }}" overlap at ${{ from: formatShort(next.from, 6) }}.`, {
          questionId,
        }),
      )
  }
  return found
}

function conditionProblems({ questions }: ScorecardDefinition): FormProblem[] {
  const byId = new Map(questions.map((question) => [question.id, question]))
  const found: FormProblem[] = []
  for (const { id: questionId, title, condition } of questions)
    for (const rule of condition?.rules ?? []) {
      const other = byId.get(rule.questionId)
      if (other === undefined) {
        found.push(
          problem(true, t`"${{ title }}" depends on a question that does not exist.`, { questionId }),
        )
        continue
      }
      const known = new Set(optionsOf(other).map(({ id }) => id))
      if (rule.optionIds.some((id) => !known.has(id)))
        found.push(
          problem(
            true,
            t`"${{ title }}" depends on an answer that "${{ other: other.title }}" does not have.`,
            {
              questionId,
            },
          ),
        )
    }
  const circle = findCircle(questions)
  if (circle !== null)
    found.push(
      problem(
        true,
        circle.length === 1
          ? t`"${{ title: byId.get(circle[0]!)!.title }}" depends on itself.`
          : t`These questions depend on each other in a circle: ${{ questions: circle.map((id) => `"${byId.get(id)!.title}"`).join(', ') }}.`,
        { questionId: circle[0]! },
      ),
    )
  return found
}

/** The ids of questions whose conditions depend on each other in a circle; null where there is none. */
function findCircle(questions: readonly ScorecardQuestion[]): string[] | null {
  const needs = new Map(
    questions.map(({ id, condition }) => [id, (condition?.rules ?? []).map((rule) => rule.questionId)]),
  )
  const done = new Set<string>()
  const walk = (id: string, line: string[]): string[] | null => {
    if (line.includes(id)) return line.slice(line.indexOf(id))
    if (done.has(id)) return null
    for (const other of needs.get(id) ?? []) {
      const circle = walk(other, [...line, id])
      if (circle !== null) return circle
    }
    done.add(id)
    return null
  }
  for (const { id } of questions) {
    const circle = walk(id, [])
    if (circle !== null) return circle
  }
  return null
}

function weightProblems(definition: ScorecardDefinition): FormProblem[] {
  const found = shareProblems(definition)
  return found.some(({ stops }) => stops) || isScorable(definition)
    ? found
    : [problem(true, t`The weights of what is scored add up to 0, so nothing could be scored.`), ...found]
}

/** Whether any answers at all give a score. A question in no section or without points is a problem of its own. */
function isScorable(definition: ScorecardDefinition): boolean {
  const sectionIds = new Set(definition.sections.map(({ id }) => id))
  const isUnfinished = definition.questions.some(
    (question) =>
      !sectionIds.has(question.sectionId) || (isScored(question) && bestPoints(question) < LEAST_POINTS),
  )
  return isUnfinished || [...effectiveWeights(definition).values()].some((weight) => weight !== null)
}

function shareProblems({ strategy, questions, sections }: ScorecardDefinition): FormProblem[] {
  const scored = questions.filter((question) => isScored(question) && !question.isBonus)
  if (questions.length > 0 && scored.length === 0)
    return [problem(true, t`No question of the form is scored, so it can have no score.`)]
  if (strategy === 'points') return []
  if (strategy === 'question-weighted') return sharesProblems(scored, 'question')
  const weighing = sections.filter(({ parentId }) => parentId === null)
  if (strategy === 'section-weighted') return sharesProblems(weighing, 'section')
  // a group without a weight counts once
  if (weighing.length > 0 && weighing.every(({ weight }) => weight === 0))
    return [problem(true, t`The weights of the groups add up to 0, so nothing could be scored.`)]
  return []
}

function sharesProblems(
  weighing: readonly { weight: number | null; id: string; title: string }[],
  what: 'question' | 'section',
): FormProblem[] {
  if (weighing.length === 0) return []
  if (weighing.every(({ weight }) => weight === null))
    return [
      problem(
        true,
        t`${select({ what }, { question: 'No question has a weight. Give each one, or let all count the same.', other: 'No section has a weight. Give each one, or let all count the same.' })}`,
      ),
    ]
  const sum = weighing.reduce((total, { weight }) => total + (weight ?? 0), 0)
  if (sum === 0)
    return [
      problem(
        true,
        t`The weights of the ${select({ what }, { question: 'questions', other: 'sections' })} add up to 0, so nothing could be scored.`,
      ),
    ]
  const missing = weighing.filter(({ weight }) => weight === null)
  const found = missing.map(({ id, title }) =>
    problem(
      false,
      t`"${{ title }}" has no weight and counts for nothing.`,
      what === 'question' ? { questionId: id } : { sectionId: id },
    ),
  )
  if (Math.abs(sum - 100) > 1e-6)
    found.push(
      problem(
        false,
        t`The weights add up to ${{ sum: formatShort(sum, 2) }}, not 100; each counts in proportion to the others.`,
      ),
    )
  return found
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))]
}

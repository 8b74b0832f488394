import { msg, say, t } from '#speech'
import { formatShort } from '../../speech/numbers.ts'
import type { ScorecardDefinition, ScorecardQuestion } from './definition.ts'

/** One difference between two versions of a form. */
export interface VersionChange {
  kind: 'added' | 'removed' | 'moved' | 'reworded' | 'weighed' | 'answers' | 'rules' | 'form'
  /** What it is about: a question, a section, or the form. */
  title: string
  questionId: string | null
  sentence: string
  /** Whether scores of the same answers may differ because of it. */
  changesScores: boolean
}

/** What changed from one version to a later one, questions matched by their id. In the order of the later version; what went comes last. */
export function compareVersions(before: ScorecardDefinition, after: ScorecardDefinition): VersionChange[] {
  return [
    ...formChanges(before, after),
    ...sectionChanges(before, after),
    ...after.questions.flatMap((question) => {
      const old = before.questions.find(({ id }) => id === question.id)
      return old === undefined
        ? [
            change(
              'added',
              question,
              t`New question in "${{ section: sectionTitle(after, question) }}".`,
              !question.isExcluded,
            ),
          ]
        : questionChanges(old, question, before, after)
    }),
    ...before.questions
      .filter(({ id }) => !after.questions.some((question) => question.id === id))
      .map((question) => change('removed', question, t`No longer asked.`, !question.isExcluded)),
  ]
}

function change(
  kind: VersionChange['kind'],
  { id, title }: Pick<ScorecardQuestion, 'id' | 'title'>,
  sentence: string,
  changesScores: boolean,
): VersionChange {
  return { kind, title, questionId: id, sentence, changesScores }
}

function formChanges(before: ScorecardDefinition, after: ScorecardDefinition): VersionChange[] {
  const form = (sentence: string, changesScores: boolean): VersionChange => ({
    kind: 'form',
    title: after.title,
    questionId: null,
    sentence,
    changesScores,
  })
  const found: VersionChange[] = []
  if (before.title !== after.title) found.push(form(t`Renamed from "${{ title: before.title }}".`, false))
  if (before.strategy !== after.strategy)
    found.push(form(t`The way answers turn into a score is another one.`, true))
  return found
}

function sectionChanges(before: ScorecardDefinition, after: ScorecardDefinition): VersionChange[] {
  return after.sections.flatMap((section): VersionChange[] => {
    const old = before.sections.find(({ id }) => id === section.id)
    const about = { title: section.title, questionId: null }
    if (old === undefined)
      return [{ kind: 'added', ...about, sentence: t`New section.`, changesScores: false }]
    const found: VersionChange[] = []
    if (old.title !== section.title)
      found.push({
        kind: 'reworded',
        ...about,
        sentence: t`Renamed from "${{ title: old.title }}".`,
        changesScores: false,
      })
    if (old.weight !== section.weight)
      found.push({
        kind: 'weighed',
        ...about,
        sentence: weightSentence(old.weight, section.weight),
        changesScores: true,
      })
    return found
  })
}

function questionChanges(
  old: ScorecardQuestion,
  now: ScorecardQuestion,
  before: ScorecardDefinition,
  after: ScorecardDefinition,
): VersionChange[] {
  const found: VersionChange[] = []
  if (old.title !== now.title)
    found.push(change('reworded', now, t`Reworded from "${{ title: old.title }}".`, false))
  if (old.guidance !== now.guidance) found.push(change('reworded', now, t`Its guidance changed.`, false))
  if (old.sectionId !== now.sectionId)
    found.push(
      change(
        'moved',
        now,
        t`Moved from "${{ from: sectionTitle(before, old) }}" to "${{ to: sectionTitle(after, now) }}".`,
        true,
      ),
    )
  if (old.weight !== now.weight)
    found.push(change('weighed', now, weightSentence(old.weight, now.weight), true))
  if (!isSame(scoringOf(old), scoringOf(now)))
    found.push(change('answers', now, t`Its answers, their points or what they zero changed.`, true))
  else if (!isSame(old.options, now.options))
    found.push(change('answers', now, t`Its answers are worded anew.`, false))
  if (!isSame(rulesOf(old), rulesOf(now)))
    found.push(change('rules', now, t`When it is asked, or how it counts, changed.`, true))
  return found
}

function scoringOf({ type, options, ranges, leastPoints, mostPoints }: ScorecardQuestion): unknown {
  return [type, options.map(({ id, points, fatal }) => [id, points, fatal]), ranges, leastPoints, mostPoints]
}

function rulesOf(question: ScorecardQuestion): unknown {
  const { condition, isBonus, isCritical, isExcluded, allowsNotApplicable, defaultOptionId } = question
  return [condition, isBonus, isCritical, isExcluded, allowsNotApplicable, defaultOptionId]
}

function sectionTitle({ sections }: ScorecardDefinition, { sectionId }: ScorecardQuestion): string {
  return sections.find(({ id }) => id === sectionId)?.title ?? ''
}

// German says it by the gender of what there is none of
const noWeight = msg({ message: 'none', context: 'weight' })

function weightSentence(before: number | null, after: number | null): string {
  return t`Weight ${{ before: shown(before) }} → ${{ after: shown(after) }}.`
}

function shown(weight: number | null): string {
  return weight === null ? say(noWeight) : formatShort(weight, 6)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

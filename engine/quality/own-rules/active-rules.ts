import { createHash } from 'node:crypto'
import type { ScorecardQuestion } from '../../../shared/domain/scorecard/definition.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { compileRule, readRule, type CompiledRule } from '../rules/index.ts'
import { definitionOf } from '../scorecards/definition-of.ts'
import { readPublished } from '../scorecards/versions.store.ts'
import { optionProblems } from './option-of-answer.ts'
import { ownRuleVersion } from '../trust/flow/scorer.ts'
import { readActiveRules, type RuleVersionRow } from './rules.store.ts'

/** A rule that answers a question of a published form. */
export interface AnsweringRule {
  question: ScorecardQuestion
  section: string | null
  /** Its place on the form. */
  position: number
  rule: CompiledRule
  /** Of this question's rule and of the reading: another of them is another scorer to trust. */
  scorerVersion: string
}

/** A form whose questions rules answer. */
export interface AnsweredForm {
  scorecardId: number
  versionId: number
  rules: AnsweringRule[]
  /** What the answers rest on: the same for the same form, rules and reading. */
  basis: string
}

/**
 * The forms whose questions are answered by rules of building blocks. A rule whose question is not on the published version, or does not
 * offer what it ticks any more, is left out. `readingVersion` is that of the reading whose conversations they are asked of.
 */
export function answeredForms(database: ReadableDatabase, readingVersion: number): AnsweredForm[] {
  const byForm = Map.groupBy(readActiveRules(database), ({ scorecardId }) => scorecardId)
  return [...byForm].flatMap(([scorecardId, active]) => {
    const version = readPublished(database, scorecardId)
    const definition = version && definitionOf(version)
    if (!definition) return []
    const sections = new Map(definition.sections.map(({ id, title }) => [id, title]))
    const rules = definition.questions.flatMap((question, position) => {
      const row = active.find(({ questionKey }) => questionKey === question.id)
      const rule = row && compiled(row, question)
      const section = sections.get(question.sectionId) ?? null
      const scorerVersion = row && ownRuleVersion(row.version, readingVersion)
      return rule && scorerVersion ? [{ question, section, position, rule, scorerVersion }] : []
    })
    if (rules.length === 0) return []
    const basis = createHash('sha256')
      .update(JSON.stringify([version.id, rules.map((one) => [one.question.id, one.scorerVersion])]))
      .digest('hex')
    return [{ scorecardId, versionId: version.id, rules, basis }]
  })
}

function compiled({ rule }: RuleVersionRow, question: ScorecardQuestion): CompiledRule | undefined {
  const read = readRule(JSON.parse(rule))
  if (read.rule === null || optionProblems(read.rule, question).length > 0) return undefined
  return compileRule(question.id, read.rule)
}

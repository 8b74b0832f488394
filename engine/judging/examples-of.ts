import type { ScorecardQuestion } from '../../shared/domain/scorecard/definition.ts'
import { optionsOf } from '../../shared/domain/scorecard/definition.ts'
import { settledExamples, type JudgeItem, type SettledExample } from '../quality/index.ts'
import { neededBasis, readBasesOfContacts } from '../lawful-basis/index.ts'
import type { ReadableDatabase } from '../store/index.ts'

/** Cases of a question that calibrations have settled, the newest first. What the form offers no more as an answer is none, nor what may not be used. `row`: of the question. */
export function examplesOf(
  database: ReadableDatabase,
  question: ScorecardQuestion,
  row: number | undefined,
): SettledExample[] {
  if (row === undefined) return []
  const offered = new Set(optionsOf(question).map(({ id }) => id))
  if (question.allowsNotApplicable) offered.add('not_applicable')
  const examples = settledExamples(database, row).filter(({ answer }) => offered.has(answer))
  const bases = new Map(
    readBasesOfContacts(
      database,
      examples.flatMap(({ interactionId }) => interactionId ?? []),
    ).map(({ interactionId, basis }) => [interactionId, basis]),
  )
  const isRequired = neededBasis(database) === 'required'
  return examples.filter(({ interactionId }) => {
    const basis = interactionId === null ? undefined : bases.get(interactionId)
    return basis !== 'refused' && !(basis === null && isRequired)
  })
}

/** Those of other contacts, as a model is shown them: of the conversation it judges it must not be told what people made of it. */
export function examplesBeside(
  examples: readonly SettledExample[],
  interactionId: number,
): JudgeItem['examples'] {
  return examples.flatMap(({ interactionId: its, ...example }) => (its === interactionId ? [] : [example]))
}

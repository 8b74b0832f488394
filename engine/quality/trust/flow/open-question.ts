import type { Selection } from '../../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { policyInForce } from '../../../governance/index.ts'
import type { WritableDatabase } from '../../../store/index.ts'
import { drawAudits } from '../audit-selection.ts'
import { keepFirstAnswer, keepScorerSaid, readKeptQuestions, type ScorerSaid } from './double-scored.store.ts'
import { drawNumbers } from './draw-numbers.ts'
import { leadingOf, orderedOnForm, type Leading } from './leading.ts'
import { optionsTaken, outcomeOfAnswer } from './outcome-of-answer.ts'
import { readingsOf, type Reading } from './readings.ts'
import { readAuditPicks, type AuditPick, type KeptStanding } from './standings.store.ts'
import { strataOf, traitsOfOne, type KeptTraits } from './strata.ts'

/** A review whose questions are about to be answered. */
export interface OpenedReview {
  id: number
  scorecardId: number
  interactionId: number | null
  selection: Selection
}

/**
 * Keeps what every scorer says of each of these questions before a person answers them, and draws which of the answers that may be filled in
 * beforehand are left to the person. Gives the answers to fill in. What is kept already is left as it is, so that a review is drawn for once.
 */
export function openQuestions(
  database: WritableDatabase,
  review: OpenedReview,
  questions: readonly ScorecardQuestion[],
): FormAnswer[] {
  // what is calibrated are people: nothing leads them, and what they were given to compare was not drawn
  if (review.interactionId === null || review.selection === 'calibration') return []
  const { interactionId } = review
  const kept = readKeptQuestions(database, review.id)
  const open = questions.filter(({ id }) => !kept.has(id))
  if (open.length === 0) return []
  const said = readingsOf(database, review.scorecardId, [interactionId], open).get(interactionId)!
  if ([...said.values()].every((readings) => readings.length === 0)) return []
  // the policy may want people to answer all of it themselves
  const isFilledIn = policyInForce(database).document.automation.score === 'on'
  const ordered = isFilledIn ? orderedOnForm(database, review.scorecardId) : new Map<string, KeptStanding[]>()
  const picks = Map.groupBy(readAuditPicks(database, review.id), ({ questionKey }) => questionKey)
  const traits = traitsOfOne(database, interactionId)
  return open.flatMap((question) => {
    const readings = said.get(question.id)!
    if (readings.length === 0) return []
    const leading = leadingOf(ordered.get(question.id) ?? [], readings, strataOf(traits))
    const opening = openingOf(question, leading, {
      picks: picks.get(question.id) ?? [],
      random: drawNumbers(database, 'left to a person', review.scorecardId, interactionId, question.id),
    })
    for (const reading of readings)
      keepScorerSaid(database, toKeep(review, question, reading, traits, opening.leftFor(reading.scorerId)))
    return opening.answer === undefined ? [] : [opening.answer]
  })
}

type Left = Pick<ScorerSaid, 'filledBy' | 'draw' | 'chance' | 'isAudit'>

/** What is filled in, and how the question came to be left to the person in the eyes of each scorer. */
interface Opening {
  answer?: FormAnswer
  leftFor: (scorerId: string) => Left
}

function openingOf(
  question: ScorecardQuestion,
  leading: Leading | undefined,
  { picks, random }: { picks: readonly AuditPick[]; random: () => number },
): Opening {
  const left = { filledBy: null, isAudit: false, chance: 1 }
  const forAll = (how: Left): Opening => ({ leftFor: () => how })
  // who leaves a default alone has not answered, and who changes it has for what the answer is: neither tells how often people agree
  if (question.defaultOptionId !== null) return forAll({ ...left, draw: null })
  const [drawnFor] = picks
  if (drawnFor !== undefined) {
    // it stands for the answers it audits; to other scorers of the question it is a weighted pick
    const pickOf = (scorerId: string) => picks.find((pick) => pick.scorerId === scorerId)
    return {
      leftFor: (scorerId) => ({
        ...left,
        isAudit: true,
        draw: pickOf(scorerId)?.draw ?? 'weighted',
        chance: (pickOf(scorerId) ?? drawnFor).chance,
      }),
    }
  }
  if (leading === undefined) return forAll({ ...left, draw: 'uniform' })
  const { reading, state } = leading
  const [drawn] = drawAudits([{ id: question.id, confidence: reading.confidence }], state, random)
  const isTaken = drawn?.draw === 'uniform'
  if (leading.isExcluded) return forAll({ ...left, draw: isTaken ? 'uniform' : 'weighted' })
  if (reading.answer === undefined)
    return {
      leftFor: (scorerId) => ({
        ...left,
        // what others say where the leading one is silent is no uniform sample of what they say
        draw: scorerId === reading.scorerId || isTaken ? 'uniform' : 'weighted',
      }),
    }
  if (drawn !== undefined) return forAll({ ...left, draw: drawn.draw, chance: drawn.probability })
  const { answer, scorerId } = reading
  return { answer, leftFor: () => ({ filledBy: scorerId, isAudit: false, draw: null, chance: 0 }) }
}

function toKeep(
  { id, scorecardId }: OpenedReview,
  question: ScorecardQuestion,
  { scorerId, scorerVersion, outcome, option, confidence }: Reading,
  traits: KeptTraits,
  left: Left,
): ScorerSaid {
  return {
    reviewId: id,
    questionKey: question.id,
    scorerId,
    scorecardId,
    scorerVersion,
    automated: outcome,
    automatedOption: option,
    confidence,
    ...traits,
    ...left,
  }
}

/** Keeps an answer a person gave, if it is their first to this question of the review. */
export function takeFirstAnswer(
  database: WritableDatabase,
  review: OpenedReview,
  question: ScorecardQuestion,
  answer: FormAnswer,
  at: number,
): void {
  const human = outcomeOfAnswer(question, answer)
  if (human === undefined) return
  // the conversation may have been read only after the review was opened
  openQuestions(database, review, [question])
  const option = optionsTaken(answer)
  keepFirstAnswer(database, { reviewId: review.id, questionKey: question.id, human, option, at })
}

import type { Selection } from '../../../../shared/contract/reviews.ts'
import { agreementOf, ratingsTable } from '../../../statistics/index.ts'
import type { ReadableDatabase } from '../../../store/index.ts'
import type { ChanceCorrected } from '../decide-move.ts'
import type { DoubleScoredAnswer, TrustDraw } from '../double-scored.ts'
import { readDoubleScored, type DoubleScoredRow, type ScoredQuestion } from './double-scored.store.ts'
import { strataOf } from './strata.ts'

/**
 * How each selection picks: whatever the answers are, with a known chance that depends on them, or because somebody asked. What an audit
 * drew stands for the answers it audits; to the other questions of its form it is a weighted pick.
 */
const drawOfSelection: Record<Selection, TrustDraw> = {
  random: 'uniform',
  settle: 'uniform',
  risk: 'weighted',
  audit: 'weighted',
  requested: 'chosen',
  calibration: 'chosen',
}

/** Answers to a question beside those of a scorer, as the rules of trust take them, oldest first. */
export function doubleScoredAnswers(
  database: ReadableDatabase,
  question: ScoredQuestion,
): DoubleScoredAnswer[] {
  return readDoubleScored(database, question).map((row) => ({
    id: String(row.reviewId),
    questionId: row.questionKey,
    scorerId: row.scorerId,
    scorerVersion: row.scorerVersion,
    ...outcomesOf(row),
    confidence: row.confidence,
    isBlind: row.filledBy === null,
    ...drawOf(row),
    at: row.countedAt,
    strata: strataOf(row),
  }))
}

/** Both sides in the same words: by option where the scorer names one, else as passed or failed. What a dispute decided stands for the person's. */
function outcomesOf(row: DoubleScoredRow): Pick<DoubleScoredAnswer, 'automated' | 'human' | 'isCorrected'> {
  const isCorrected = row.corrected !== null
  const human = row.corrected ?? row.human
  const humanOption = isCorrected ? row.correctedOption : row.humanOption
  const { automated, automatedOption } = row
  const isByOption = automatedOption !== null && humanOption !== null && human !== 'not applicable'
  return {
    automated:
      automated === null
        ? null
        : { option: isByOption ? automatedOption : automated, isFail: automated === 'fail' },
    human: { option: isByOption ? humanOption : human, isFail: human === 'fail' },
    isCorrected,
  }
}

function drawOf(row: DoubleScoredRow): Pick<DoubleScoredAnswer, 'draw' | 'probability'> {
  if (row.draw === null) return { draw: 'chosen', probability: null }
  if (row.isAudit === 1) return { draw: row.draw, probability: row.chance }
  const selected = drawOfSelection[row.selection]
  if (selected === 'chosen' || row.reviewChance === null) return { draw: 'chosen', probability: null }
  return {
    draw: selected === 'uniform' ? row.draw : 'weighted',
    probability: row.reviewChance * row.chance,
  }
}

const MOST_REMEMBERED = 500
const remembered = new Map<string, ReturnType<ChanceCorrected>>()

/** Gwet's AC1 with its bootstrap interval. Looks are at the first so many answers, so most are asked for again and again. */
export const chanceCorrected: ChanceCorrected = (pairs) => {
  const key = JSON.stringify(pairs)
  const known = remembered.get(key)
  if (known !== undefined) return known
  const { ac1 } = agreementOf(ratingsTable(pairs, 'nominal'))
  const found = ac1.value === null ? null : { value: ac1.value, low: ac1.low }
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(key, found)
  return found
}

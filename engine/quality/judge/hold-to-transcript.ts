import { isUnderstood, type ConversationSegment } from '../../language/index.ts'
import { segmentEvidence } from '../rules/evidence.ts'
import type { ModelAnswer } from './answer-format.ts'
import { findQuote } from './find-quote.ts'
import { CANNOT_TELL, type CheckedQuestion } from './judge-question.ts'
import { abstained, dropped, type JudgeFinding } from './judge-result.ts'
import { speakingToTheModel } from './why-not-asked.ts'
import { modelReasons } from './model-reasons.ts'

const mostPlaces = 5

/**
 * A model's answer held to the transcript it claims to rest on. Every quote has to be found, or the whole answer is dropped; nothing is
 * mended. "Not said" quotes nothing: it names the segments where it was expected, which become the evidence as a whole, as they do for
 * rules. `offered`: the answers it could choose from.
 */
export function holdToTranscript(
  answer: ModelAnswer,
  offered: readonly string[],
  question: CheckedQuestion,
  segments: readonly ConversationSegment[],
): JudgeFinding {
  if (!offered.includes(answer.answer)) return dropped('not-an-option', modelReasons.notOffered)
  const speaking = indexesOf(answer.speaks_to_reader).filter((index) => segments[index] !== undefined)
  if (speaking.length > 0) return speakingToTheModel(segments, speaking)
  if (answer.answer === CANNOT_TELL)
    return abstained('cannot-tell', answer.reason || modelReasons.couldNotTell)
  const restsOn = question.options.find(({ id }) => id === answer.answer)?.restsOn ?? 'either'
  if (answer.evidence === 'none' || (restsOn !== 'either' && restsOn !== answer.evidence))
    return dropped('no-evidence', modelReasons.noEvidence)
  const evidence = answer.evidence === 'words' ? quotedWords(answer, segments) : places(answer, segments)
  if (typeof evidence === 'string')
    return evidence === 'quote-not-found'
      ? dropped('quote-not-found', modelReasons.quoteNotFound)
      : dropped('no-evidence', modelReasons.noEvidence)
  return {
    outcome: 'answered',
    answer: answer.answer,
    restsOn: answer.evidence,
    evidence,
    reason: answer.reason,
    confidence: 1,
  }
}

type Evidence = Extract<JudgeFinding, { outcome: 'answered' }>['evidence']

function quotedWords(
  { quotes }: ModelAnswer,
  segments: readonly ConversationSegment[],
): Evidence | 'quote-not-found' | 'no-evidence' {
  if (quotes.length === 0) return 'no-evidence'
  const found = quotes.map(({ segment, quote }) => findQuote(segments, { segmentIndex: segment - 1, quote }))
  return found.every((span) => span !== null) ? found : 'quote-not-found'
}

function places(
  { quotes, looked_at }: ModelAnswer,
  segments: readonly ConversationSegment[],
): Evidence | 'no-evidence' {
  const indexes = indexesOf(looked_at)
  const areReal = indexes.every((index) => segments[index] !== undefined && isUnderstood(segments[index]))
  if (quotes.length > 0 || indexes.length === 0 || indexes.length > mostPlaces || !areReal)
    return 'no-evidence'
  return indexes.map((index) => segmentEvidence(segments, index))
}

/** Of the numbers a model is told, which begin at 1; each once. */
function indexesOf(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].map((number) => number - 1)
}

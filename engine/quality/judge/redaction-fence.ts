import {
  redact,
  redactionLabels,
  redactSegments,
  type ConversationSegment,
  type RedactionKind,
} from '../../language/index.ts'
import type { CheckedQuestion, SettledExample } from './judge-question.ts'

/**
 * The last fence before anything leaves: what is given as redacted is redacted once more, and where that would change anything nothing
 * may be sent. One sentence that says where, and not what; null where nothing is found.
 */
export function whyUnredacted(segments: readonly ConversationSegment[]): string | null {
  for (const [index, { spans }] of redactSegments(segments).entries())
    if (spans.length > 0)
      return `The conversation is not redacted (turn ${index + 1} holds what looks like ${named(spans[0]!.kind)}); nothing was sent.`
  return null
}

/** The same for everything that goes with a question. */
export function whyQuestionUnredacted(
  question: CheckedQuestion,
  examples: readonly SettledExample[],
): string | null {
  const wordings = [
    question.text,
    question.guidance,
    ...question.options.flatMap(({ id, text, guidance }) => [id, text, guidance]),
    ...examples.flatMap(({ quote, remark }) => [quote, remark]),
  ]
  for (const wording of wordings) {
    const span = wording === null ? undefined : redact(wording).spans[0]
    if (span !== undefined)
      return `"${redact(question.text).text}" or one of its settled examples holds what looks like ${named(span.kind)}; nothing was sent.`
  }
  return null
}

function named(kind: RedactionKind): string {
  const name = redactionLabels[kind].slice(1, -1)
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}

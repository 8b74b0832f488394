import { redact, redactionLabels, redactSegments, type RedactionKind } from '../../language/index.ts'
import { Problem } from '../../problem.ts'
import type { RuleConversation } from '../rules/index.ts'
import type { CheckedQuestion, SettledExample } from './judge-question.ts'

/**
 * The last fence before anything leaves: what is given as redacted is redacted once more, and where that would change anything nothing
 * is sent. `INVALID_INPUT` with a sentence that says where, and not what.
 */
export function requireRedacted(
  { segments }: RuleConversation,
  question: CheckedQuestion,
  examples: readonly SettledExample[],
): void {
  for (const [index, { spans }] of redactSegments(segments).entries())
    if (spans.length > 0)
      throw new Problem(
        'INVALID_INPUT',
        `The conversation is not redacted (turn ${index + 1} holds what looks like ${named(spans[0]!.kind)}); nothing was sent.`,
      )
  const wordings = [
    question.text,
    question.guidance,
    ...question.options.flatMap(({ text, guidance }) => [text, guidance]),
    ...examples.flatMap(({ quote, remark }) => [quote, remark]),
  ]
  for (const wording of wordings) {
    const span = wording === null ? undefined : redact(wording).spans[0]
    if (span !== undefined)
      throw new Problem(
        'INVALID_INPUT',
        `"${redact(question.text).text}" or one of its settled examples holds what looks like ${named(span.kind)}; nothing was sent.`,
      )
  }
}

function named(kind: RedactionKind): string {
  const name = redactionLabels[kind].slice(1, -1)
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}

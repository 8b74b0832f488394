import { t } from '#speech'
import { redact, redactSegments, type ConversationSegment, type RedactionKind } from '../../language/index.ts'
import type { CheckedQuestion, SettledExample } from './judge-question.ts'

/**
 * The last fence before anything leaves: what is given as redacted is redacted once more, and where that would change anything nothing
 * may be sent. One sentence that says where, and not what; null where nothing is found.
 */
export function whyUnredacted(segments: readonly ConversationSegment[]): string | null {
  for (const [index, { spans }] of redactSegments(segments).entries())
    if (spans.length > 0)
      return t`The conversation is not redacted (turn ${{ turn: index + 1 }} holds what looks like ${{ kind: kindInWords(spans[0]!.kind) }}); nothing was sent.`
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
      return t`"${{ question: redact(question.text).text }}" or one of its settled examples holds what looks like ${{ kind: kindInWords(span.kind) }}; nothing was sent.`
  }
  return null
}

function kindInWords(kind: RedactionKind): string {
  switch (kind) {
    case 'card-number':
      return t`a card number`
    case 'card-code':
      return t`a card code`
    case 'card-expiry':
      return t`an expiry date`
    case 'social-security-number':
      return t`a social security number`
    case 'bank-account':
      return t`a bank account`
    case 'pin':
      return t`a pin`
    case 'email':
      return t`an e-mail`
    case 'phone-number':
      return t`a phone number`
  }
}

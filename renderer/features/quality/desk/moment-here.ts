import type { Conversation } from '../../../../shared/contract/conversations.ts'
import type { AttachedMoment } from '../../../../shared/contract/reviews.ts'

/**
 * The moment to attach: the words selected on the page where they lie in one turn, else the whole turn `segment`. Null where there is neither.
 */
export function momentHere(conversation: Conversation, segment: number | null): AttachedMoment | null {
  return selectedWords(conversation) ?? wholeTurn(conversation, segment)
}

function wholeTurn({ segments }: Conversation, index: number | null): AttachedMoment | null {
  const turn = segments.find((segment) => segment.index === index)
  if (!turn) return null
  const { text, startMs, endMs } = turn
  return { segment: turn.index, startChar: 0, endChar: text.length, startMs, endMs, quote: text }
}

function selectedWords({ segments }: Conversation): AttachedMoment | null {
  const selection = window.getSelection()
  const words = selection?.toString().trim() ?? ''
  const element = selection?.anchorNode?.parentElement?.closest('[id^="segment-"]')
  if (words === '' || !element) return null
  const turn = segments.find(({ index }) => `segment-${index}` === element.id)
  const startChar = turn?.text.indexOf(words) ?? -1
  if (!turn || startChar < 0) return null
  const endChar = startChar + words.length
  const spoken = turn.words?.filter((word) => word.endChar > startChar && word.startChar < endChar) ?? []
  return {
    segment: turn.index,
    startChar,
    endChar,
    startMs: spoken[0]?.startMs ?? turn.startMs,
    endMs: spoken.at(-1)?.endMs ?? turn.endMs,
    quote: words,
  }
}

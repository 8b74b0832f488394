import { t } from '#speech'
import { isObject } from '../json/record-list.ts'
import type { FileNameHints } from '../file-name-hints.ts'
import type { ParsedTranscript } from '../types.ts'
import { buildTranscript, segment } from './build-transcript.ts'
import { facts, textAt } from './json-fields.ts'
import { roleOf } from './roles.ts'

/**
 * Chats kept as pairs of speaker and text without times, such as the ABCD corpus' 'original'; one object or
 * a list of them.
 * @returns null for anything else.
 */
export function readTurnPairs(value: unknown, hints: FileNameHints): ParsedTranscript[] | null {
  const chats = Array.isArray(value) ? value : [value]
  if (chats.length === 0 || !chats.every(isObject)) return null
  const read = chats.map((chat) => readChat(chat, chats.length === 1 ? hints : null))
  return read.every((one) => one !== null) ? read : null
}

function readChat(chat: Record<string, unknown>, hints: FileNameHints | null): ParsedTranscript | null {
  const pairs = Object.values(chat).find(isListOfPairs)
  if (pairs === undefined) return null
  const id = [
    'convo_id',
    'conversation_id',
    'conversationId',
    'contact_id',
    'contactId',
    'chat_id',
    'id',
  ].flatMap((name) => textAt(chat, name) ?? [])[0]
  return buildTranscript(
    {
      vendor: 'convo_id' in chat && 'original' in chat ? 'ABCD' : 'unknown',
      contactRef: id ?? null,
      channelKind: 'chat',
      segments: pairs.map(([speakerLabel, text]) =>
        segment({ speakerLabel, startMs: null, endMs: null, text }),
      ),
      vendorFacts: facts({
        flow: textAt(chat, 'scenario', 'flow'),
        subflow: textAt(chat, 'scenario', 'subflow'),
      }),
      warnings: [t`The file has no times.`],
    },
    hints,
  )
}

function isListOfPairs(value: unknown): value is [string, string][] {
  if (!Array.isArray(value) || value.length < 2) return false
  const arePairs = value.every(
    (pair) =>
      Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string' && typeof pair[1] === 'string',
  )
  if (!arePairs) return false
  const speakers = new Set((value as [string, string][]).map(([speaker]) => speaker))
  return speakers.size <= 6 && [...speakers].some((speaker) => roleOf(speaker) !== 'unknown')
}

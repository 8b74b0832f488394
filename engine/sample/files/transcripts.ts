import type { Conversation, TimedTurn } from '../conversation/index.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import { uuid } from '../people.ts'
import { writeContactLens } from './contact-lens.ts'
import type { SampleFile } from './table.ts'

export interface TimedWord {
  word: string
  beginMs: number
  endMs: number
}

/** Spreads a turn over its words by their length. */
export function wordsOf(turn: TimedTurn): TimedWord[] {
  const words = turn.text.split(' ').filter((word) => word !== '')
  const weights = words.map((word) => word.length + 2)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let at = turn.beginMs
  return words.map((word, index) => {
    const length = ((weights[index] ?? 0) / total) * (turn.endMs - turn.beginMs)
    const beginMs = Math.round(at)
    at += length
    return { word, beginMs, endMs: Math.round(at - length * 0.08) }
  })
}

const seconds = (ms: number) => Math.round(ms) / 1000
const bare = (word: string) =>
  word
    .toLowerCase()
    .replace(/[^a-z0-9'@.$-]/g, '')
    .replace(/\.$/, '')

function vttTime(ms: number): string {
  const pad = (value: number, width = 2) => String(value).padStart(width, '0')
  return `${pad(Math.floor(ms / 3_600_000))}:${pad(Math.floor(ms / 60_000) % 60)}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
}

function writeVtt({ contact, timed }: Conversation): SampleFile {
  const cues = timed.turns.map((turn) => {
    const voice = turn.speaker === 'agent' ? 'Agent' : 'Customer'
    return `${vttTime(turn.beginMs)} --> ${vttTime(turn.endMs)}\n<v ${voice}>${turn.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}`
  })
  return {
    path: `transcripts/vtt/${contact.id}.vtt`,
    kind: 'transcripts',
    content: `WEBVTT\n\n${cues.join('\n\n')}\n`,
  }
}

function writeDeepgram({ contact, timed }: Conversation, random: Random): SampleFile {
  const channelOf = (turn: TimedTurn) => (turn.speaker === 'agent' ? 0 : 1)
  const confidence = () => Math.round((0.86 + 0.139 * random.next()) * 10_000) / 10_000
  const wordOf = (word: TimedWord, channel: number) => ({
    word: bare(word.word),
    start: seconds(word.beginMs),
    end: seconds(word.endMs),
    confidence: confidence(),
    speaker: channel,
    punctuated_word: word.word,
  })
  const body = {
    metadata: {
      request_id: uuid(random.next),
      created: new Date(contact.startedAt).toISOString(),
      duration: seconds(timed.durationMs),
      channels: 2,
      extra: { contact_id: contact.id, channel_0: 'agent', channel_1: 'customer' },
    },
    results: {
      channels: [0, 1].map((channel) => {
        const own = timed.turns.filter((turn) => channelOf(turn) === channel)
        return {
          alternatives: [
            {
              transcript: own.map((turn) => turn.text).join(' '),
              confidence: confidence(),
              words: own.flatMap((turn) => wordsOf(turn).map((word) => wordOf(word, channel))),
            },
          ],
        }
      }),
      utterances: timed.turns.map((turn) => ({
        start: seconds(turn.beginMs),
        end: seconds(turn.endMs),
        confidence: confidence(),
        channel: channelOf(turn),
        transcript: turn.text,
        words: wordsOf(turn).map((word) => wordOf(word, channelOf(turn))),
        speaker: channelOf(turn),
        id: uuid(random.next),
      })),
    },
  }
  return {
    path: `transcripts/deepgram/${contact.id}.json`,
    kind: 'transcripts',
    content: `${JSON.stringify(body)}\n`,
  }
}

function writeWhisperX({ contact, timed }: Conversation, random: Random): SampleFile {
  const segments = timed.turns.map((turn) => {
    const speaker = turn.speaker === 'agent' ? 'AGENT' : 'CUSTOMER'
    return {
      start: seconds(turn.beginMs),
      end: seconds(turn.endMs),
      text: ` ${turn.text}`,
      words: wordsOf(turn).map((word) => ({
        word: word.word,
        start: seconds(word.beginMs),
        end: seconds(word.endMs),
        score: Math.round((0.6 + 0.39 * random.next()) * 1000) / 1000,
        speaker,
      })),
      speaker,
    }
  })
  const body = { segments, word_segments: segments.flatMap((segment) => segment.words), language: 'en' }
  return {
    path: `transcripts/whisperx/${contact.id}.json`,
    kind: 'transcripts',
    content: `${JSON.stringify(body)}\n`,
  }
}

/** Chats come with a clock time per message and keep the customer's spelling. */
function writeChat({ contact, timed }: Conversation, random: Random): SampleFile {
  // People type slower than they talk; the chat tool's talk time was stretched in the same proportion.
  const stretch = Math.max(1, (contact.talkSeconds * 1000) / timed.durationMs)
  const messages = timed.turns.map((turn) => ({
    timestamp: new Date(
      contact.startedAt + contact.waitSeconds * 1000 + Math.round(turn.beginMs * stretch),
    ).toISOString(),
    role: turn.speaker,
    author: turn.speaker === 'agent' ? contact.agent?.name : 'Customer',
    text: turn.speaker === 'agent' ? turn.text : asTyped(turn.text, random),
  }))
  const body = {
    conversation_id: contact.id,
    channel: 'chat',
    started_at: new Date(contact.startedAt).toISOString(),
    messages,
  }
  return {
    path: `transcripts/chat/${contact.id}.json`,
    kind: 'transcripts',
    content: `${JSON.stringify(body, null, 1)}\n`,
  }
}

function asTyped(text: string, random: Random): string {
  let typed = text
  if (random.chance(0.55)) typed = typed.charAt(0).toLowerCase() + typed.slice(1)
  if (random.chance(0.5)) typed = typed.replace(/\.$/, '')
  if (random.chance(0.12)) typed = typed.replace(/\bthe\b/, 'teh')
  if (random.chance(0.15)) typed = typed.replaceAll("'", '')
  return typed
}

/** Each conversation in one of the formats that transcription tools write; chats as the chat tool keeps them. */
export function writeTranscripts(conversations: readonly Conversation[], seed: number): SampleFile[] {
  const random = createRandom(seed, 'transcript files')
  return conversations.map((conversation) => {
    if (conversation.contact.channel === 'chat') return writeChat(conversation, random)
    const format = random.weighted({ contactLens: 46, vtt: 22, deepgram: 18, whisperx: 14 })
    if (format === 'contactLens') return writeContactLens(conversation, random)
    if (format === 'vtt') return writeVtt(conversation)
    return format === 'deepgram' ? writeDeepgram(conversation, random) : writeWhisperX(conversation, random)
  })
}

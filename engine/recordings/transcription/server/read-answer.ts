import { z } from 'zod'
import type { TimeSpan } from '../../../interactions/measures/index.ts'
import type { RecognisedPiece } from '../assemble-words.ts'
import { languageCodeOf } from './language-code.ts'

// Seconds. Every server leaves something out or adds something; what is not understood is passed over.
const word = z.object({
  word: z.string(),
  start: z.number(),
  end: z.number(),
  probability: z.number().nullish(),
})
const segment = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  avg_logprob: z.number().nullish(),
  no_speech_prob: z.number().nullish(),
  words: z.array(word).nullish().catch(null),
})
const answer = z.object({
  text: z.string(),
  language: z.string().nullish().catch(null),
  segments: z.array(segment).nullish().catch(null),
  words: z.array(word).nullish().catch(null),
})
type Word = z.infer<typeof word>

/** What a server heard in one piece of sound. */
export interface HeardByServer {
  languageCode: string | null
  /** Where words have times: in the recording's time, each beginning with a space. */
  words: RecognisedPiece[]
  /** Sentences whose words have none. */
  sentences: RecognisedPiece[]
}

/**
 * Reads an answer of `audio/transcriptions` (`verbose_json` or `json`) about the given stretch of a recording; null where it is none.
 * Words are taken from the sentences, which have punctuation, with the times of the answer's words; where the two do not agree, the
 * sentence stands with its own times; where there are neither, the text spans the stretch. No time is made up.
 */
export function readAnswer(body: unknown, stretch: TimeSpan): HeardByServer | null {
  const parsed = answer.safeParse(body)
  if (!parsed.success) return null
  const { text, language, segments, words } = parsed.data
  const heard: HeardByServer = { languageCode: languageCodeOf(language), words: [], sentences: [] }
  const inTime = (seconds: number) =>
    Math.min(stretch.endMs, Math.max(stretch.startMs, stretch.startMs + seconds * 1000))
  const placed = ({ start, end }: { start: number; end: number }): TimeSpan => ({
    startMs: inTime(start),
    endMs: inTime(Math.max(start, end)),
  })
  const sentences = segments?.length
    ? segments
    : [{ text, start: 0, end: (stretch.endMs - stretch.startMs) / 1000, words }]
  for (const sentence of sentences) {
    const doubt = 'avg_logprob' in sentence && isDoubted(sentence) ? 0 : null
    const probability = doubt ?? ('avg_logprob' in sentence ? likelihood(sentence.avg_logprob) : null)
    const aligned = align(sentence.text, sentence.words ?? wordsWithin(sentence, words ?? []))
    if (aligned === null) heard.sentences.push({ ...placed(sentence), text: sentence.text, probability })
    for (const { text, first, last } of aligned ?? [])
      heard.words.push({
        ...placed({ start: first.start, end: last.end }),
        text: ` ${text}`,
        probability: doubt ?? first.probability ?? probability,
      })
  }
  return heard
}

/** Mean probability of a token, from the mean of their logarithms. */
function likelihood(averageLogProbability: number | null | undefined): number | null {
  return typeof averageLogProbability === 'number' ? Math.min(1, Math.exp(averageLogProbability)) : null
}

/** Whisper's own rule for what is no speech: its authors' thresholds. */
function isDoubted({ avg_logprob, no_speech_prob }: z.infer<typeof segment>): boolean {
  return (no_speech_prob ?? 0) > 0.6 && (avg_logprob ?? 0) < -1
}

interface AlignedWord {
  text: string
  first: Word
  last: Word
}

/** The words whose middle lies within a sentence; times are a little off. */
function wordsWithin({ start, end }: { start: number; end: number }, words: readonly Word[]): Word[] {
  return words.filter((one) => {
    const middle = (one.start + one.end) / 2
    return middle >= start && middle <= end
  })
}

/** Lays a sentence over words with times: the same letters in the same order, however they are cut. Null where they are not the same. */
function align(sentence: string, words: readonly Word[]): AlignedWord[] | null {
  const spelled = words.filter(({ word }) => lettersOf(word) !== '')
  const aligned: AlignedWord[] = []
  let at = 0
  for (const token of sentence.split(/\s+/).filter((one) => one !== '')) {
    const wanted = lettersOf(token)
    const before = aligned.at(-1)
    if (wanted === '') {
      // a dash or a mark of its own belongs to the word before it
      if (before) before.text += ` ${token}`
      continue
    }
    const first = at
    let letters = ''
    while (letters.length < wanted.length && at < spelled.length) letters += lettersOf(spelled[at++]!.word)
    if (letters !== wanted) return null
    aligned.push({ text: token, first: spelled[first]!, last: spelled[at - 1]! })
  }
  return aligned.length > 0 && at === spelled.length ? aligned : null
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

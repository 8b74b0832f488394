import type { TimeSpan } from '../../interactions/measures/index.ts'
import { mergeChannels, turnsFromWords, wordsFromPieces, type RecognisedPiece } from './assemble-words.ts'
import { withoutInventions } from './discard.ts'
import type { TranscribedSegment, Transcription } from './types.ts'

/**
 * The words of a recording from what was recognised on each channel, without what was made up. `speech`: where each channel speaks;
 * `sentences`: turns whose words could not be told apart.
 */
export function assembleTranscription(
  pieces: readonly (readonly RecognisedPiece[])[],
  speech: readonly (readonly TimeSpan[])[],
  languageCode: string | null,
  sentences: readonly (readonly TranscribedSegment[])[] = [],
): Transcription {
  const channels = pieces.map((own, channel) =>
    withoutInventions(
      mergeChannels([turnsFromWords(channel, wordsFromPieces(own)), sentences[channel] ?? []]),
      speech[channel]!,
    ),
  )
  const counted = (reason: 'silent' | 'improbable' | 'repeated') =>
    channels.reduce((sum, { discarded }) => sum + discarded[reason], 0)
  const segments = mergeChannels(channels.map(({ kept }) => kept))
  return {
    // a language was guessed for what turned out to be nothing
    languageCode: segments.length > 0 ? languageCode : null,
    segments,
    leftOut: mergeChannels(channels.map(({ leftOut }) => leftOut)),
    discarded: {
      silent: counted('silent'),
      improbable: counted('improbable'),
      repeated: counted('repeated'),
    },
  }
}

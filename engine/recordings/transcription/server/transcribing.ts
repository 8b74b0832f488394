import type { ServerKind } from '../../../model-servers/index.ts'

/** What a transcription server is called and how it is reached. */
export const transcribing: ServerKind = {
  name: 'transcription server',
  answer: 'transcription',
  verb: 'transcribe',
  path: '/audio/transcriptions',
  example: 'http://127.0.0.1:8000/v1',
  // half a minute of speech comes back as some ten kilobytes
  largestAnswerBytes: 8 * 1024 * 1024,
  request: 'half a minute of sound',
  tooSlow: {
    over: 'a part of this recording',
    remedy: 'try again with fewer requests at a time, or with a smaller model',
  },
}

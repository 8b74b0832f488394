import type { ServerKind } from '../../../model-servers/index.ts'

/** What a transcription server is called and how it is reached. */
export const transcribing: ServerKind = {
  is: 'transcription',
  name: 'transcription server',
  path: '/audio/transcriptions',
  example: 'http://127.0.0.1:8000/v1',
  // half a minute of speech comes back as some ten kilobytes
  largestAnswerBytes: 8 * 1024 * 1024,
}

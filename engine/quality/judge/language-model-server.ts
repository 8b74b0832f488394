import type { ServerKind } from '../../model-servers/index.ts'

/** What a server of language models is called and how it is reached. */
export const languageModelServer: ServerKind = {
  is: 'language-model',
  name: 'language model server',
  path: '/chat/completions',
  example: 'http://127.0.0.1:11434/v1',
  // an answer is under a kilobyte; probabilities of words make it a few hundred
  largestAnswerBytes: 4 * 1024 * 1024,
}

import type { ServerKind } from '../../model-servers/index.ts'

/** What a server of language models is called and how it is reached. */
export const languageModelServer: ServerKind = {
  name: 'language model server',
  answer: "model's answer",
  verb: 'answer',
  path: '/chat/completions',
  example: 'http://127.0.0.1:11434/v1',
  // an answer is under a kilobyte; probabilities of words make it a few hundred
  largestAnswerBytes: 4 * 1024 * 1024,
  request: 'a conversation',
  tooSlow: {
    over: 'one question',
    remedy: 'try again with fewer requests at a time, or with a smaller model',
  },
}

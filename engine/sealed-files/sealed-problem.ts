import { msg, say } from '#speech'

const sentences = {
  locked: msg`This recording is encrypted with a key that is not known here.`,
  changed: msg`This recording is encrypted, and its file was changed or is damaged.`,
}

/** Why a sealed file cannot be read. */
export class SealedProblem extends Error {
  readonly reason: keyof typeof sentences
  constructor(reason: keyof typeof sentences) {
    super(say(sentences[reason]))
    this.name = 'SealedProblem'
    this.reason = reason
  }
}

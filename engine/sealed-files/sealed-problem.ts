const sentences = {
  locked: 'This recording is encrypted with a key that is not known here.',
  changed: 'This recording is encrypted, and its file was changed or is damaged.',
}

/** Why a sealed file cannot be read. */
export class SealedProblem extends Error {
  readonly reason: keyof typeof sentences
  constructor(reason: keyof typeof sentences) {
    super(sentences[reason])
    this.name = 'SealedProblem'
    this.reason = reason
  }
}

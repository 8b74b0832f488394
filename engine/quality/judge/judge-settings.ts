/** How a model is asked. Every answer carries them; the temperature is always 0. */
export interface JudgeSettings {
  /** For servers that draw at random all the same, and for the third order of the options. */
  seed: number
  /** In how many orders the options are put to the model; 2: as given and reversed, 3: and once shuffled. */
  orders: 1 | 2 | 3
  /** The longest answer. Models that think before they answer need more. */
  maxTokens: number
  /** How much the model can read and write at a time, on the server as it runs there. */
  contextTokens: number
  /** How many settled examples go with a question at most: the first ones given. */
  mostExamples: number
  /** Whether to ask for the probabilities of words, which not every server knows. */
  readsProbabilities: boolean
}

export const usualJudgeSettings: JudgeSettings = {
  seed: 1,
  orders: 2,
  maxTokens: 600,
  contextTokens: 8192,
  mostExamples: 5,
  readsProbabilities: false,
}

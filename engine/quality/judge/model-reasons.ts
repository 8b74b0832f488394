import { msg, type MessageDescriptor } from '#speech'
import { keptSentence, sayerOfKept } from '../../../shared/speech/kept.ts'
import { reasonInWords } from '../rules/reasons.ts'

/** Why there is no answer of a model. It is kept with the answers, and so in English. */
const shapes = {
  speaksToTheModel: msg`Something in the conversation speaks to the model that reads it, so a person has to judge.`,
  noForm: msg`The model did not answer in the form it was asked for.`,
  refused: msg`The model refused to answer.`,
  cutOff: msg`The answer did not fit into the tokens the model may write; give it more.`,
  empty: msg`The model answered nothing.`,
  torn: msg`The model answered otherwise when the answers stood in another order.`,
  notOffered: msg`The model chose an answer that was not offered.`,
  couldNotTell: msg`The model could not tell.`,
  noEvidence: msg`The model did not show what its answer rests on.`,
  quoteNotFound: msg`The model quoted words that are not in the transcript.`,
} satisfies Record<string, MessageDescriptor>

const longerThanRead = msg`The conversation is longer than ${{ host: '' }} lets the model read.`
const readInPart = msg`${{ host: '' }} gave the model only ${{ tokens: 0 }} tokens of the conversation, which has more; let the model read more there.`
const tooLong = msg`The conversation is too long for the model: it takes about ${{ tokens: 0 }} tokens with its answer, and the model reads ${{ most: 0 }}.`

/** As they are kept. */
export const modelReasons = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [name, keptSentence(shape)]),
) as Record<keyof typeof shapes, string>

export const modelReasonsWith = {
  longerThanRead: (host: string) => keptSentence(longerThanRead, { host }),
  readInPart: (host: string, tokens: number) => keptSentence(readInPart, { host, tokens: String(tokens) }),
  tooLong: (tokens: number, most: number) =>
    keptSentence(tooLong, { tokens: String(tokens), most: String(most) }),
}

const sayKept = sayerOfKept([...Object.values(shapes), longerThanRead, readInPart, tooLong])

/** Why a rule or a model gave no answer, in the language at hand; what a model says itself stays as it said it. */
export function whyOpenInWords(kept: string): string {
  const ofModel = sayKept(kept)
  return ofModel === kept ? reasonInWords(kept) : ofModel
}

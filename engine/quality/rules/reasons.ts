import { msg, say, type MessageDescriptor } from '#speech'
import { ruleMeasures } from '../../../shared/domain/rule-measures.ts'
import { keptSentence, sayerOfKept } from '../../../shared/speech/kept.ts'
import { sayInEnglish } from '../../../shared/speech/voice.ts'

/** Why rules give no answer. It is kept with the answers, and so in English. */
const shapes = {
  agentUnknown: msg`It is not known who of the speakers is the agent.`,
  littleRecognised: msg`Too little of the conversation was recognised with confidence.`,
  tooShort: msg`The conversation is too short to judge.`,
  saidTooLittle: msg`The agent said too little to miss anything.`,
  tooUncertain: msg`What was recognised is too uncertain to say.`,
  nearMiss: msg`Something like it was said: whether it counts is for a person to judge.`,
  lastWord: msg`The customer had the last word: the agent may not have had the chance.`,
  neitherFound: msg`Neither what passes nor what fails was found.`,
  noOptionFound: msg`None of the options was found.`,
  cannotBeKnown: msg`It cannot be known from this conversation.`,
  customerSilentThere: msg`The customer says nothing in that part of the conversation.`,
  onlyEnglishSentiment: msg`Sentiment is read in English conversations only.`,
  customerUnreadable: msg`The customer says nothing that could be read.`,
  tooMuchWork: msg`The rule is too much work for this conversation.`,
  noTimes: msg`The transcript has no times.`,
  passageTooShort: msg`The passage is too short, or has no times, to tell how it was said.`,
  noPassage: msg`There is no such passage.`,
  endsBefore: msg`The conversation ends before there was a chance to say it.`,
  mayBeName: msg`A word in the opening may be a name.`,
  partNotUnderstood: msg`Too much of this part was not understood.`,
  startMissing: msg`The beginning of the conversation is missing from the transcript.`,
  startNotUnderstood: msg`The beginning of the conversation was not understood.`,
  endMissing: msg`The end of the conversation is missing from the transcript.`,
  endNotUnderstood: msg`The end of the conversation was not understood.`,
  noLeave: msg`Nobody takes leave: the end of the conversation may be missing from the transcript.`,
  saidElsewhere: msg`It was said, but not right after the moment that seemed to call for it.`,
  hardlyTrouble: msg`The customer told trouble, but hardly so that it had to be answered.`,
} satisfies Record<string, MessageDescriptor>

const askedOf = msg`These questions are asked of ${{ languages: '' }} conversations only.`
const answeredIn = msg`This question is answered in ${{ languages: '' }} conversations only.`

/** The same of the rules that come with Debrief, whose files have them; those that somebody writes are said as they were written. */
const ofReadyRules = [
  msg`A price was named: whether it is the statement of the charges is for a person to judge.`,
  msg`Cancelling was spoken of: whether it is the statement is for a person to judge.`,
  msg`The customer seems not to have bought it.`,
  msg`The customer seems to have been identified before.`,
  msg`The customer told by themselves who they are, or what was asked for is not in the transcript.`,
  msg`A reason was given: whether it is clear to whom the call goes is for a person to judge.`,
  msg`Something like a reason was said, but not where the call is passed on.`,
  msg`A short wait was asked for: whether it counts as a hold is for a person to judge.`,
  msg`The agent came back with something: whether it explains the hold is for a person to judge.`,
  msg`The customer would not hold.`,
  msg`Something was done or is to come: whether it solves it is for a person to judge.`,
  msg`The conversation was handed over: the solution may have come later.`,
  msg`The customer said that there was nothing else.`,
  msg`It does not show whether the agent acted on an account.`,
  msg`Nothing in this conversation needed to know who the customer is.`,
  msg`The connection seems to have been lost before the end.`,
  msg`The conversation was handed over to somebody else.`,
]

const figureUnknown = msg`"${{ figure: '' }}" is not known of this conversation.`
const unknownFigures = new Map(
  ruleMeasures.map(({ label }) => [keptSentence(figureUnknown, { figure: sayInEnglish(label) }), label]),
)

/** As they are kept. */
export const reasons = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [name, keptSentence(shape)]),
) as Record<keyof typeof shapes, string>

export const reasonsWith = {
  askedOf: (languages: string) => keptSentence(askedOf, { languages }),
  answeredIn: (languages: string) => keptSentence(answeredIn, { languages }),
  figureUnknown: (figure: MessageDescriptor) => keptSentence(figureUnknown, { figure: sayInEnglish(figure) }),
}

const sayKept = sayerOfKept([...Object.values(shapes), ...ofReadyRules, askedOf, answeredIn])

/** Why a rule gave no answer, in the language at hand. */
export function reasonInWords(kept: string): string {
  const figure = unknownFigures.get(kept)
  return figure ? say({ ...figureUnknown, values: { figure: say(figure) } }) : sayKept(kept)
}

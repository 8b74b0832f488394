import { msg } from '#speech'
import { sayerOfKept } from '../../../shared/speech/kept.ts'

/** Titles and questions of the starter scorecard, which has them in its file, and every workspace that was read by it. */
const ofStarter = [
  msg`Starter scorecard: said or not said`,
  msg`Opening`,
  msg`Handling`,
  msg`Ending`,
  msg`Greeting`,
  msg`Did the agent open with a greeting and a name or an offer to help?`,
  msg`Verification`,
  msg`Did the agent ask who the customer is before acting on an account?`,
  msg`Empathy`,
  msg`Did the agent acknowledge the customer's trouble when it was told?`,
  msg`Recap`,
  msg`Did the agent say what was done or what happens next before ending?`,
  msg`Further help`,
  msg`Did the agent offer further help before ending?`,
  msg`Closing`,
  msg`Did the agent close with thanks or a friendly goodbye?`,
]

/** Titles, questions and descriptions of the ready rules, whose files have them. */
const ofReadyRules = [
  msg`Two of three in the first three turns of the agent: a salutation, an introduction, an offer to help. Left open where the beginning is missing, or where an unusual word in the opening may be the name.`,
  msg`Identification`,
  msg`Applies where something in the conversation needs to know who the customer is and the agent touches it. Any question for a name, number, address or security word in the first three quarters passes. Left open where customers tell it by themselves, or seem to be known from before.`,
  msg`Empathy after a complaint`,
  msg`Did the agent acknowledge the trouble in the next turns after the customer told it?`,
  msg`Applies where the customer tells trouble. Passes where the agent acknowledges it within the next three turns. "Not said" takes trouble in strong words of the customer's own, and nothing that comes near an acknowledgement anywhere.`,
  msg`Hold etiquette`,
  msg`Did the agent ask before putting the customer on hold, and thank or explain afterwards?`,
  msg`Applies where the customer was on hold for ten seconds or more, or the agent speaks of a hold. Passes where the agent asks, and comes back with thanks or with what was found. Left open where the customer would not hold, or where a short "one moment" may have been meant.`,
  msg`Disclosure read properly`,
  msg`Were the charges and the right to cancel both said, at a pace that can be followed, and without the customer talking over them?`,
  msg`Applies where something is sold. Passes where both statements are said, each at 200 words a minute or less, and the customer speaks into neither for 1.5 seconds or more. What is missing fails; how it was said is left open without times.`,
  msg`Solution offered`,
  msg`Did the agent offer a way to solve what the customer called about?`,
  msg`Applies where the customer tells a problem or asks for something. Passes where, after that, the agent does something about it, says what was or will be done, or how the customer can do it. Left open where the call is handed over, or where something like a way out is mentioned.`,
  msg`Transfer explained`,
  msg`Did the agent say to whom the call goes, and why, before passing it on?`,
  msg`Applies where the agent passes the customer on. Passes where the same turn or the two before and after name who takes over and why. Left open where only one of both is said.`,
  msg`Passes where the agent says in the last two thirds what was done, what was agreed or what comes next. Left open where the end is missing or nobody takes leave, and where the last turns speak of anything to come.`,
  msg`Passes where the agent asks in the last three turns whether there is anything else. Left open where the customer says first that this was all, where the end is missing, the line was lost or the call was handed over, and where the last turns offer something like it.`,
  msg`Passes where the agent thanks, wishes well or says goodbye in the last three turns. Left open where the customer has the last word, the end is missing, the line was lost or the call was handed over.`,
]

/** What the starter scorecard and the ready rules are called and ask, in the language at hand; any other text stands as it is. */
export const readyInWords = sayerOfKept([...ofStarter, ...ofReadyRules])

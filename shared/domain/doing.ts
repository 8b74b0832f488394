import { msg, say, type MessageDescriptor } from '#speech'
import type { Capability } from './capabilities.ts'
import { sayInEnglish } from '../speech/voice.ts'

/** What each capability lets one do, to follow "may" or "to". */
const doing: Record<Capability, MessageDescriptor> = {
  workspace: msg`look into this workspace`,
  figures: msg`see figures of groups`,
  agents: msg`see figures of single agents`,
  conversations: msg`see what was said`,
  scores: msg`see scores`,
  coach: msg({ message: 'coach', context: 'may' }),
  review: msg`score conversations`,
  calibrate: msg`settle what scores should be`,
  forms: msg`change forms, questions and rules`,
  import: msg`bring data in or say who is who`,
  export: msg`write files that can leave`,
  automate: msg`let Debrief transcribe, score or draft`,
  send: msg`let anything leave this computer`,
  settings: msg`change how this workspace works`,
  govern: msg`change the policy or who is who in it`,
}

const each = (saying: (described: MessageDescriptor) => string) =>
  Object.fromEntries(Object.entries(doing).map(([name, words]) => [name, saying(words)])) as Record<
    Capability,
    string
  >

/** All of them, in the language at hand. */
export const doingInWords = () => each(say)

/** All of them in English, whoever asks. */
export const englishDoing = each(sayInEnglish)

/** One of them, in the language at hand. */
export const sayDoing = (capability: Capability) => say(doing[capability])

import { AsyncLocalStorage } from 'node:async_hooks'
import { speakThrough, voiceOf, type Voice } from '../shared/speech/voice.ts'
import { languageHeader } from '../shared/domain/bridge.ts'
import german from './locales/de.json' with { type: 'json' }

/** The languages the engine speaks, each as a subtag of BCP 47. */
export type Language = 'en' | 'de'

const voices: Record<Language, Voice> = { en: voiceOf('en'), de: voiceOf('de', german.messages as never) }

/** The languages there are. */
export const languages = Object.keys(voices) as Language[]

const speaking = new AsyncLocalStorage<Language>()

let usual: Language = 'en'

/** From now on speaks the first of these languages it knows where there is no call, as a window of the system does: `['de-AT', 'en']`. */
export function speakUsually(preferred: readonly string[]): void {
  usual = preferred.map((tag) => tag.split('-')[0]!).find(isSpoken) ?? 'en'
}

/** The language of the call at hand; where there is none, the usual one: English, if nobody said otherwise. */
export function languageAtHand(): Language {
  return speaking.getStore() ?? usual
}

const isSpoken = (language: string): language is Language => Object.hasOwn(voices, language)

speakThrough(() => voices[languageAtHand()])

/** Does `task` in a language: every sentence said while it runs, and what it waits for, is of it. Of an unknown one it is English. */
export function speakingIn<Result>(language: string | undefined, task: () => Result): Result {
  return speaking.run(language !== undefined && isSpoken(language) ? language : 'en', task)
}

interface Asked<Result> {
  request: { headers: Readonly<Record<string, string | string[] | undefined>> }
  next: () => Promise<Result>
}

/** For the handler of a door: answers each call in the language its page asks for. */
export const inLanguageAsked = {
  interceptors: [
    <Result>({ request, next }: Asked<Result>) =>
      speakingIn([request.headers[languageHeader]].flat()[0], next),
  ],
}

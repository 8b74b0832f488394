import { setupI18n, type I18n } from '@lingui/core'
import { msg } from '@lingui/core/runtime-macro'
import { compileMessage } from '@lingui/message-utils/compileMessage'

/** Something that speaks one language: its sentences, and the locale it writes numbers and dates in. */
export interface Voice {
  i18n: I18n
  locale: string
}

/** A voice for `language`; what `messages` does not have is said in the English of the source. */
export function voiceOf(language: string, messages: Parameters<I18n['load']>[1] = {}): Voice {
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } })
  const compiled = new Map<string, ReturnType<typeof compileMessage>>()
  i18n.setMessagesCompiler((message) => {
    let known = compiled.get(message)
    if (!known) compiled.set(message, (known = compileMessage(message)))
    return known
  })
  return { i18n, locale: language }
}

const english = voiceOf('en')
let atHand: () => Voice = () => english

/** Says from now on what `find` gives at each sentence: the page has one voice, the engine that of the call it answers. Gives what it was before. */
export function speakThrough(find: () => Voice): () => Voice {
  const before = atHand
  atHand = find
  return before
}

/** How numbers and dates are written here. */
export function spokenLocale(): string {
  return atHand().locale
}

/** What is put into a sentence, by a name that a translator reads: `{ contacts }`; or what `plural` and `select` give. */
type Put = object

const isChoice = (put: Put) => 'formattedOptions' in put
/** A sentence is found by the place it stands at, since working out its id anew takes longer than saying it. */
const plainOnes = new WeakMap<TemplateStringsArray, { id: string; message: string }>()

/** Says a sentence: `` t`Closing the gap would be worth ${{ worth }}.` ``. The catalogues have it in other languages. */
export function t(literals: TemplateStringsArray, ...puts: Put[]): string {
  const { i18n } = atHand()
  if (puts.some(isChoice)) return i18n._(msg(literals, ...puts))
  let plain = plainOnes.get(literals)
  if (!plain) {
    const { id, message = '' } = msg(literals, ...puts)
    plainOnes.set(literals, (plain = { id, message }))
  }
  return i18n._(plain.id, Object.assign({}, ...puts) as Record<string, unknown>, { message: plain.message })
}

/** Says what was only described, as a constant that is made before anybody asks: `const label = msg\`Queue\``. */
export function say(described: ReturnType<typeof msg>): string {
  return atHand().i18n._(described)
}

/** The same in English, whoever asks. */
export function sayInEnglish(described: ReturnType<typeof msg>): string {
  return english.i18n._(described)
}

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Page } from 'playwright-core'
import { languageAtHand } from '../../../engine/speaking-in.ts'
import { speakThrough, type Voice } from '../../../shared/speech/voice.ts'
import { builtPage } from '../../support/browser.ts'

// A language in which each text of the catalogues is English between marks, and what is put into it stands outside of them:
// "⟦Charged ⟧3⟦ times⟧". It takes the place of German, since the page and the engine ask for languages they know.

export const markedLanguage = 'de'

type Compiled = ReturnType<typeof compileMessage>

const marked = (text: string): string => text.replaceAll(/[^<>]*\p{L}[^<>]*(?![^<>]*>)/gu, '⟦$&⟧')

/** A compiled message with marks around each of its own texts, those in its choices included. */
function withMarks(message: Compiled): Compiled {
  return message.map((token) => {
    if (typeof token === 'string') return marked(token)
    const [name, kind, choices] = token
    if (typeof choices !== 'object' || choices === null) return token
    const own = Object.entries(choices).map(([key, choice]) => [
      key,
      // an offset is a number, or nothing
      Array.isArray(choice) ? withMarks(choice as Compiled) : choice,
    ])
    return [name, kind, Object.fromEntries(own)]
  }) as Compiled
}

/** Lets the engine of this process speak the marked language where German is asked for. Gives what ends it. */
export function speakMarked(): () => void {
  const i18n = setupI18n({ locale: markedLanguage, messages: { [markedLanguage]: {} } })
  const compiled = new Map<string, Compiled>()
  i18n.setMessagesCompiler((message) => {
    let known = compiled.get(message)
    if (!known) compiled.set(message, (known = withMarks(compileMessage(message))))
    return known
  })
  const voice: Voice = { i18n, locale: markedLanguage }
  const before: () => Voice = speakThrough(() => (languageAtHand() === markedLanguage ? voice : before()))
  return () => speakThrough(before)
}

/** Gives the page its English catalogue with marks in the place of German, and loads it anew in that. */
export async function showMarked(page: Page): Promise<void> {
  const assets = join(builtPage, 'assets')
  const english = readdirSync(assets).filter((name) => /^en-.*\.js$/.test(name))
  const { messages } = (await import(join(assets, String(english)))) as { messages: Record<string, Compiled> }
  const own = Object.entries(messages).map(([id, message]) => [id, withMarks(message)])
  await page.route('**/assets/de-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export const messages = ${JSON.stringify(Object.fromEntries(own))}`,
    }),
  )
  await page.evaluate((language) => localStorage.setItem('debrief-language', language), markedLanguage)
  await page.reload()
  await page.waitForSelector(`html[lang=${markedLanguage}]`)
}

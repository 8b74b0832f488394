import { i18n } from '@lingui/core'
import { speakThrough } from '../../shared/speech/voice.ts'
import { language, locale } from '../ui/locale.ts'

const catalogues = {
  en: () => import('../locales/en.po'),
  de: () => import('../locales/de.po'),
}

/** Lets the page speak its language; before any module that says something is loaded. */
export async function speak(): Promise<void> {
  const { messages } = await catalogues[language]()
  i18n.loadAndActivate({ locale: language, messages })
  speakThrough(() => ({ i18n, locale }))
  document.documentElement.lang = language
}

import { i18n } from '@lingui/core'
import { language } from '../ui/locale.ts'

const catalogues = {
  en: () => import('../locales/en.po'),
  de: () => import('../locales/de.po'),
}

/** Lets the page speak its language; before any module that says something is loaded. */
export async function speak(): Promise<void> {
  const { messages } = await catalogues[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
}

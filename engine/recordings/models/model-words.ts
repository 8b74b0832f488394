import { msg, say, t, type MessageDescriptor } from '#speech'
import type { CatalogueModel } from './catalogue.ts'

/** How many languages the models of Whisper hear that are not of one. */
const WHISPER_LANGUAGES = 99

/** What a model of the catalogue hears. */
export function languagesOf({ name, kind }: CatalogueModel): string {
  if (kind === 'voice-activity') return t`any language`
  return name.endsWith('.en') ? t`English` : t`${{ languages: WHISPER_LANGUAGES }} languages`
}

const remarks: Readonly<Record<string, MessageDescriptor>> = {
  tiny: msg`To try it out: fast, with many errors.`,
  base: msg`For old machines.`,
  small: msg`A fair middle for machines without a graphics card.`,
  medium: msg`Slow; large-v3-turbo is mostly the better choice.`,
  'large-v3-turbo-q5_0': msg`Close to the largest in quality, in little memory.`,
  'large-v3-turbo': msg`Close to the largest in quality.`,
  'large-v3': msg`The best there is, and very slow without a graphics card.`,
  'silero-v6.2.0': msg`Tells speech from noise when recordings are listened to; it makes no words.`,
}

/** What whoever chooses should know of it; empty where there is nothing. */
export function remarksOn({ name }: CatalogueModel): string {
  const known = remarks[name.replace(/\.en$/, '')]
  return known ? say(known) : ''
}

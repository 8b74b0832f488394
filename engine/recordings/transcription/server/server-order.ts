import type { ModelServerOrder } from '../../../model-servers/index.ts'

/** A server that transcribes, as it is asked. Plain data. */
export interface ServerOrder extends ModelServerOrder {
  /** How many requests it is sent at a time. */
  parallel: number
  languageCode: string | null
  prompt: string | null
  /** Of everything the words depend on but the sound: with the sound's place it makes a request known again. */
  settingsKey: string
}

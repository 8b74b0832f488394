/** A server that transcribes, as it is asked. Plain data. */
export interface ServerOrder {
  /** Where its API begins: `http://127.0.0.1:8000/v1`. */
  address: string
  model: string
  /** Null where it wants none. */
  key: string | null
  /** How many requests it is sent at a time. */
  parallel: number
  /** How often a request is made again that failed for a reason that may pass. */
  retries: number
  /** How long it may take over one of them. */
  slowestAnswerMs: number
  languageCode: string | null
  prompt: string | null
  /** Of everything the words depend on but the sound: with the sound's place it makes a request known again. */
  settingsKey: string
}

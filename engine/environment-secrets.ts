import { Problem } from './problem.ts'
import type { Secrets } from './secrets.ts'

/** The variable that holds the key of a transcription server. */
const KEY_VARIABLE = 'DEBRIEF_TRANSCRIPTION_KEY'

/** Where there is no keychain, the environment of the process gives the one key there is, whatever its name. */
export const environmentSecrets: Secrets = {
  keptIn: 'environment',
  get: () => process.env[KEY_VARIABLE] || null,
  set: () =>
    Promise.reject(
      new Problem(
        'UNSUPPORTED',
        `Here a key is not kept: set ${KEY_VARIABLE} in the environment before Debrief is started.`,
      ),
    ),
}

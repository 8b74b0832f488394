import { t } from '#speech'
import { Problem } from './problem.ts'
import type { Secrets } from './secrets.ts'

/** The variable that holds the key of a server: one for each kind, so that a key never goes to a server of another kind. */
function keyVariable(name: string): string {
  return name.startsWith('language-model-server ')
    ? 'DEBRIEF_LANGUAGE_MODEL_KEY'
    : 'DEBRIEF_TRANSCRIPTION_KEY'
}

/** Where there is no keychain, the environment of the process gives the keys. */
export const environmentSecrets: Secrets = {
  keptIn: 'environment',
  get: (name) => process.env[keyVariable(name)] || null,
  set: (name) =>
    Promise.reject(
      new Problem(
        'UNSUPPORTED',
        t`Here a key is not kept: set ${{ name: keyVariable(name) }} in the environment before Debrief is started.`,
      ),
    ),
}

import { afterEach, expect, test, vi } from 'vitest'
import { environmentSecrets } from '../../engine/environment-secrets.ts'

const transcription = 'transcription-server http://127.0.0.1:8000'
const languageModel = 'language-model-server http://127.0.0.1:8000'

afterEach(() => vi.unstubAllEnvs())

test('the key of one kind of server never goes to another kind, even on the same machine', () => {
  vi.stubEnv('DEBRIEF_TRANSCRIPTION_KEY', 'for speech')
  vi.stubEnv('DEBRIEF_LANGUAGE_MODEL_KEY', '')
  expect(environmentSecrets.get(transcription)).toBe('for speech')
  expect(environmentSecrets.get(languageModel)).toBeNull()
  vi.stubEnv('DEBRIEF_LANGUAGE_MODEL_KEY', 'for words')
  expect(environmentSecrets.get(languageModel)).toBe('for words')
})

test('who wants to keep a key is told the variable of its kind', async () => {
  await expect(environmentSecrets.set(transcription, 'x')).rejects.toThrow('DEBRIEF_TRANSCRIPTION_KEY')
  await expect(environmentSecrets.set(languageModel, 'x')).rejects.toThrow('DEBRIEF_LANGUAGE_MODEL_KEY')
})

import type { RecordingPreferences } from '../contract/recordings.ts'

/** Whether something is chosen that turns sound into words: a model on this machine, or a server. */
export function hasRecogniser({
  modelPath,
  server,
}: Pick<RecordingPreferences, 'modelPath' | 'server'>): boolean {
  return modelPath !== null || server?.isOn === true
}

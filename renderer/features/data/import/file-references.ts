import { t } from '@lingui/core/macro'
import type { FileReference } from '../../../../shared/contract/imports.ts'
import { doorPaths } from '../../../../shared/domain/bridge.ts'
import { errorSaying } from '../../../ui/error-sentence.ts'

/**
 * How the engine gets at a dropped file: by its path where the desktop shell knows it, else by uploading it to the loopback door.
 * Throws where the upload is refused.
 */
export async function referenceOf(file: File, signal: AbortSignal): Promise<FileReference> {
  const path = globalThis.debriefBridge?.pathForFile(file) ?? ''
  if (path !== '') return { path }
  const response = await fetch(`${doorPaths.uploads}?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    signal,
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok && typeof answer === 'object' && answer !== null && 'uploadId' in answer) {
    return { uploadId: String(answer.uploadId) }
  }
  const sentence =
    typeof answer === 'object' && answer !== null && 'sentence' in answer ? String(answer.sentence) : null
  throw errorSaying(sentence ?? t`The file could not be handed to Debrief. Check that it is still running.`)
}

import type { EngineContext } from '../../context.ts'
import { readMediaNeeds } from '../recordings.store.ts'
import { removeUnneededMedia } from './media-folder.ts'

/** Tidies the workspace's media folder: what no recording needs goes. */
export async function removeUnneeded({
  read,
  workspaceDir,
}: Pick<EngineContext, 'read' | 'workspaceDir'>): Promise<void> {
  const needs = readMediaNeeds(read)
  await removeUnneededMedia(
    workspaceDir,
    new Set(needs.flatMap(({ mediaName }) => (mediaName === null ? [] : [mediaName]))),
    new Set(needs.map(({ sha256 }) => sha256)),
  )
}

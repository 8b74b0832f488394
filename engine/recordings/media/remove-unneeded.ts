import type { EngineContext } from '../../context.ts'
import { connect } from '../../store/index.ts'
import { readMediaNeeds } from '../recordings.store.ts'
import { removeUnneededMedia } from './media-folder.ts'

/**
 * Tidies the workspace's media folder: what no recording needs goes. `alsoFor`: databases that may take the workspace's place again, whose
 * recordings are needed, too. Where one of them cannot be asked, nothing goes.
 */
export async function removeUnneeded(
  { read, workspaceDir }: Pick<EngineContext, 'read' | 'workspaceDir'>,
  alsoFor: readonly string[],
): Promise<void> {
  const needs = readMediaNeeds(read)
  for (const file of alsoFor)
    try {
      needs.push(...mediaNeedsOf(file))
    } catch {
      return
    }
  await removeUnneededMedia(
    workspaceDir,
    new Set(needs.flatMap(({ mediaName }) => (mediaName === null ? [] : [mediaName]))),
    new Set(needs.map(({ sha256 }) => sha256)),
  )
}

function mediaNeedsOf(file: string): ReturnType<typeof readMediaNeeds> {
  const database = connect(file, 'read')
  try {
    return readMediaNeeds(database)
  } finally {
    database.raw.close()
  }
}

import { doorPaths, type WorkspaceChoice } from '../../shared/domain/bridge.ts'

/** Opens the sample or the person's own workspace and loads the page anew; throws where it cannot be opened. */
export async function openWorkspace(which: WorkspaceChoice): Promise<void> {
  if (globalThis.debriefBridge) return globalThis.debriefBridge.openWorkspace(which)
  const address = new URL(doorPaths.workspace, window.location.origin)
  address.searchParams.set('open', which)
  const answer = await fetch(address, { method: 'POST' })
  if (!answer.ok) throw new Error((await answer.text()) || 'The other workspace could not be opened.')
  window.location.assign('#/coaching')
  window.location.reload()
}

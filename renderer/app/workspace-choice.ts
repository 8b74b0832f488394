import { doorPaths, type WorkspaceChoice } from '../../shared/domain/bridge.ts'

/** Opens the sample or the person's own workspace and loads the page anew; throws (with the door's `sentence`) where it cannot be opened. */
export async function openWorkspace(which: WorkspaceChoice): Promise<void> {
  if (globalThis.debriefBridge) return globalThis.debriefBridge.openWorkspace(which)
  const address = new URL(doorPaths.workspace, window.location.origin)
  address.searchParams.set('open', which)
  const answer = await fetch(address, { method: 'POST' })
  if (!answer.ok) {
    const told: unknown = await answer.json().catch(() => null)
    throw Object.assign(new Error(`The door answered ${answer.status}.`), told)
  }
  window.location.assign('#/coaching')
  window.location.reload()
}

import { installUpdate } from '../../../electron/shell/updates/install-update.ts'
import type { CheckedUpdate } from '../../../engine/updates/index.ts'

/** Has the shell install an update, without the rest of the shell; tells how that went. */
process.once('message', (update: CheckedUpdate) => {
  installUpdate(update).then(
    () => process.send?.({ type: 'installed', problem: null }),
    (error: Error) => process.send?.({ type: 'installed', problem: error.message }),
  )
})

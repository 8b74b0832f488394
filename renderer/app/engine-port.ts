import { t } from '@lingui/core/macro'
import { enginePortMessage } from '../../shared/domain/bridge.ts'

const LONGEST_WAIT_MS = 20_000

/** Asks the desktop shell for a port to the engine and waits for it; throws with a `sentence` when none comes. */
export function receivePort(): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      window.removeEventListener('message', take)
    }
    const take = (event: MessageEvent) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== enginePortMessage || !port) return
      stop()
      port.start()
      resolve(port)
    }
    const timer = setTimeout(() => {
      stop()
      const sentence = t`Debrief did not start completely: close this window and open Debrief again.`
      reject(Object.assign(new Error('No port came from the shell.'), { sentence }))
    }, LONGEST_WAIT_MS)
    window.addEventListener('message', take)
    globalThis.debriefBridge?.requestPort()
  })
}

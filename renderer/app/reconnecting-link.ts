import type { ClientContext, ClientLink } from '@orpc/client'
import { onMessagePortClose, RPCLink } from '@orpc/client/message-port'

type Link = ClientLink<ClientContext>

/**
 * Calls over a MessagePort that ask for a fresh port once the old one has closed (the engine's process was started again).
 * `headers` go with each call. `receivePort` resolves with a started port; when it fails, the call fails and the next one asks again.
 */
export function reconnectingLink(
  receivePort: () => Promise<MessagePort>,
  headers: Record<string, string> = {},
): Link {
  let current: Promise<Link> | null = null
  const forget = () => {
    current = null
  }
  const open = async (): Promise<Link> => {
    const port = await receivePort()
    onMessagePortClose(port, forget)
    return new RPCLink({ port, headers })
  }
  return {
    async call(path, input, options) {
      if (current === null) {
        current = open()
        current.catch(forget)
      }
      const link = await current
      return link.call(path, input, options)
    },
  }
}

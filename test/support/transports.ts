import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { engineService } from '../../electron/engine-service.ts'
import type { EngineAnswer } from '../../electron/engine-messages.ts'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import type { FileReference } from '../../shared/contract/imports.ts'
import { doorPaths } from '../../shared/domain/bridge.ts'
import { enter, openTestDoor } from './loopback.ts'

/** A client that reaches a real engine on fresh workspaces, over one of the ways the doors use. */
export interface Transport {
  client: Client
  /** A client as a page has that was loaded anew. */
  again(): Promise<Client>
  /** How this door refers to a file with this content: by its path, or by an upload. */
  file(name: string, content: string): Promise<FileReference>
  close(): Promise<void>
}

type OpenTransport = (folder: string, write: (name: string, content: string) => string) => Promise<Transport>

/** In the same process, as the terminal. */
const direct: OpenTransport = async (folder, write) => {
  const engine = await createEngine({ workspace: join(folder, 'own'), takesPaths: true })
  return {
    client: directClient(engine),
    again: async () => directClient(engine),
    file: async (name, content) => ({ path: write(name, content) }),
    close: () => engine.close(),
  }
}

/** Over real MessagePorts with structured cloning, as the desktop app. */
const messagePort: OpenTransport = async (folder, write) => {
  const answers: EngineAnswer[] = []
  const carryOut = engineService(
    { folders: { own: join(folder, 'own'), sample: join(folder, 'sample') }, first: 'own', takesPaths: true },
    (answer) => answers.push(answer),
  )
  await carryOut({ type: 'open', which: 'usual' })
  if (answers[0]?.type === 'failed') throw new Error(answers[0].sentence)
  const ports: MessagePort[] = []
  const connect = async (): Promise<Client> => {
    const { port1, port2 } = new MessageChannel()
    await carryOut({ type: 'connect', caller: 'window' }, port1)
    port2.start()
    ports.push(port2)
    return createORPCClient(new PortLink({ port: port2 }))
  }
  return {
    client: await connect(),
    again: connect,
    file: async (name, content) => ({ path: write(name, content) }),
    async close() {
      for (const port of ports) port.close()
      await carryOut({ type: 'close' })
    },
  }
}

/** Over HTTP on 127.0.0.1, as the page in a browser. */
const loopback: OpenTransport = async (folder) => {
  const door = await openTestDoor(folder)
  const headers = await enter(door)
  const client: Client = createORPCClient(new FetchLink({ url: door.origin + doorPaths.calls, headers }))
  return {
    client,
    again: async () => client,
    async file(name, content) {
      const url = `${door.origin}${doorPaths.uploads}?name=${encodeURIComponent(name)}`
      const answer = await fetch(url, { method: 'POST', headers, body: content })
      return (await answer.json()) as FileReference
    },
    close: () => door.close(),
  }
}

export const transports: [name: string, open: OpenTransport][] = [
  ['direct', direct],
  ['MessagePort', messagePort],
  ['loopback HTTP', loopback],
]

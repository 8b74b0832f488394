import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { parentPort as thread, workerData, type MessagePort } from 'node:worker_threads'
import { MessagePortMain } from './utility-process.ts'

const { modulePath }: { modulePath: string } = workerData

class ParentPort extends EventEmitter {
  postMessage(message: unknown) {
    thread?.postMessage(message)
  }
}
const parentPort = new ParentPort()
Object.assign(process, { parentPort })
thread?.on('message', ({ data, ports }: { data: unknown; ports: MessagePort[] }) =>
  parentPort.emit('message', { data, ports: ports.map((port) => new MessagePortMain(port)) }),
)
await import(pathToFileURL(modulePath).href)

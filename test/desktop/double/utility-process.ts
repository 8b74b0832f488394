import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import { running } from './app.ts'
import { report } from './report.ts'

/** Ports that speak as Electron's do: `on('message', ({ data }) => ...)`, silent until started. */
export class MessagePortMain extends EventEmitter {
  readonly port: MessagePort
  constructor(port: MessagePort) {
    super()
    this.port = port
    port.on('close', () => this.emit('close'))
  }
  start() {
    this.port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
  }
  postMessage(data: unknown) {
    this.port.postMessage(data)
  }
  close() {
    this.port.close()
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}

/** The engine's process as a thread of its own, with Electron's `process.parentPort`. */
class UtilityProcess extends EventEmitter {
  readonly #worker: Worker
  constructor(modulePath: string, argv: string[]) {
    super()
    running.engines += 1
    if (modulePath.endsWith('transcribe.worker.js')) report({ type: 'transcriber' })
    this.#worker = new Worker(new URL('./engine-thread.ts', import.meta.url), {
      workerData: { modulePath },
      argv,
    })
    this.#worker.on('message', (message: unknown) => this.emit('message', message))
    this.#worker.on('error', (error) => process.stderr.write(`${error.stack ?? error.message}\n`))
    this.#worker.on('exit', (code) => {
      running.engines -= 1
      this.emit('exit', code)
    })
  }
  postMessage(data: unknown, ports: MessagePortMain[] = []) {
    const bare = ports.map(({ port }) => port)
    this.#worker.postMessage({ data: structuredClone(data), ports: bare }, bare)
  }
  kill() {
    void this.#worker.terminate()
    return true
  }
}

export const utilityProcess = {
  fork: (modulePath: string, argv: string[] = []) => new UtilityProcess(modulePath, argv),
} satisfies Partial<Record<keyof typeof Electron.utilityProcess, unknown>>

import { existsSync } from 'node:fs'
import { defaultWorkspaceDir } from '../engine/index.ts'
import type { EngineOrder } from './engine-messages.ts'
import { engineService } from './engine-service.ts'

/** The process that owns the data: no window, no page; main gives it orders and ports. */
const own = process.env['DEBRIEF_WORKSPACE'] || defaultWorkspaceDir('workspace')
const folders = { own, sample: defaultWorkspaceDir('sample') }
const port = process.parentPort

const carryOut = engineService(
  { folders, first: existsSync(own) ? 'own' : 'sample', takesPaths: true },
  (answer) => port.postMessage(answer),
)
port.on('message', ({ data, ports }) => {
  const order: EngineOrder = data
  void carryOut(order, ports[0])
})

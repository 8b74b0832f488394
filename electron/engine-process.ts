import { existsSync } from 'node:fs'
import { defaultWorkspaceDir } from '../engine/index.ts'
import type { EngineOrder } from './engine-messages.ts'
import { engineService } from './engine-service.ts'

/** The process that owns the data: no window, no page; main gives it orders and ports. */
const chosen = process.env['DEBRIEF_WORKSPACE']
const own = chosen || defaultWorkspaceDir('workspace')
const folders = { own, sample: defaultWorkspaceDir('sample') }
const port = process.parentPort

const carryOut = engineService(
  { folders, first: chosen || existsSync(own) ? 'own' : 'sample', takesPaths: true },
  (answer) => port.postMessage(answer),
)
port.on('message', ({ data, ports }) => {
  const order: EngineOrder = data
  void carryOut(order, ports[0])
})

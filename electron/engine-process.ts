import { existsSync } from 'node:fs'
import { defaultWorkspaceDir } from '../engine/index.ts'
import { settleNetwork } from '../engine/network.ts'
import { ownWorkspaceDir } from '../engine/own-workspace-dir.ts'
import { speakUsually } from '../engine/speaking-in.ts'
import { updateService } from '../engine/updating.ts'
import { version } from '../engine/version.ts'
import { childrenThroughMain } from './children-through-main.ts'
import type { EngineAnswer, EngineOrder, EngineStart } from './engine-messages.ts'
import { engineService } from './engine-service.ts'
import { secretsThroughMain } from './secrets-through-main.ts'

/** The process that owns the data: no window, no page; main gives it orders and ports. */
const { policy, proxy, installedAs, languages }: EngineStart = JSON.parse(process.argv.at(-1) ?? '{}')
speakUsually(languages)
settleNetwork({ policy, proxy })
const chosen = process.env['DEBRIEF_WORKSPACE']
const own = chosen || ownWorkspaceDir(policy)
const folders = { own, sample: defaultWorkspaceDir('sample') }
const port = process.parentPort

const answer = (said: EngineAnswer) => port.postMessage(said)
const children = childrenThroughMain(answer)
const keychain = secretsThroughMain(answer)
const updates =
  installedAs &&
  updateService({
    ...installedAs,
    version,
    policy,
    cpu: process.arch,
    install: (update) => answer({ type: 'install-update', update }),
  })
const carryOut = engineService(
  {
    folders,
    first: chosen || existsSync(own) ? 'own' : 'sample',
    takesPaths: true,
    startTranscriber: children.start,
    secrets: keychain.secrets,
    machinePolicy: policy,
    ...(updates && { updates }),
  },
  answer,
)
port.on('message', ({ data, ports }) => {
  const order: EngineOrder = data
  if (order.type === 'child-word' || order.type === 'child-ended') children.take(order)
  else if (order.type === 'keychain' || order.type === 'secret-set') keychain.take(order)
  else void carryOut(order, ports[0])
})

import { defaultWorkspaceDir } from '../../engine/index.ts'
import { command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { refuseWhereOff } from '../machine.ts'
import { unlockForCommand } from '../open-engine.ts'
import { wholeNumber } from '../terminal/options.ts'

export const serve = command({
  name: 'serve',
  usage: 'serve [--port N]',
  summary: 'Open Debrief in a browser on this machine, until Ctrl-C.',
  options: { port: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run({ values, terminal, workspace, isJson, machinePolicy }) {
    refuseWhereOff(machinePolicy)
    const port = wholeNumber('--port', values.port)
    if (port !== undefined && port > 65_535) throw new UsageError('--port takes a number up to 65535.')
    // without one the page asks
    if (values['passphrase-file'] !== undefined || terminal.env['DEBRIEF_PASSPHRASE'])
      await unlockForCommand(workspace, values['passphrase-file'], terminal)
    const { openLoopbackDoor } = await import('../serve.ts')
    const folders = { own: workspace, sample: defaultWorkspaceDir('sample', terminal.env) }
    const door = await openLoopbackDoor({ folders, first: 'own', port, machinePolicy })
    await terminal.write(
      isJson
        ? `${JSON.stringify({ url: door.url, workspace })}\n`
        : `Debrief is open at ${door.url} (Ctrl-C stops it)\n`,
    )
    await door.stopped
    return null
  },
})

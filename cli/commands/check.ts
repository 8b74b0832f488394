import { command } from '../command.ts'

export const check = command({
  name: 'check',
  usage: 'check',
  summary: 'Check the workspace: integrity, references, rollups against the facts.',
  options: {},
  positionals: { least: 0, most: 0 },
  async run({ open }) {
    const client = await open('read')
    const result = await client.workspace.check()
    return {
      data: result,
      text: [...(result.ok ? ['The workspace is sound.'] : result.problems), ...result.notes].join('\n'),
      isFailure: !result.ok,
    }
  },
})

import { version } from '../../engine/version.ts'
import { command } from '../command.ts'

export const updates = command({
  name: 'updates',
  usage: 'updates',
  summary: 'Say which version this is and how a newer one is had.',
  options: {},
  positionals: { least: 0, most: 0 },
  async run() {
    return {
      data: { version, by: 'npm-or-git' },
      text: `Debrief ${version}. The terminal never looks for a newer version: whatever it came with (npm or git) brings it up to date. The desktop app has its own updates, under Settings, Updates.`,
    }
  },
})

import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { expect, test } from 'vitest'
import { findElectron } from '../../scripts/electron-binary.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const program = findElectron()

test.skipIf(!program && !process.env['REQUIRE_ELECTRON'])(
  'in real Electron the page comes up, isolated, with its engine (skipped without the binary; REQUIRE_ELECTRON=1 makes it fail instead)',
  async () => {
    if (!program) throw new Error('Electron is required here, and its binary is not on this machine.')
    const folder = temporaryFolder()
    const app = await _electron.launch({
      executablePath: program,
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root],
      env: { ...process.env, DEBRIEF_WORKSPACE: join(folder, 'own'), XDG_DATA_HOME: folder },
    })
    const page = await app.firstWindow()
    await page
      .getByText(/sample/i)
      .first()
      .waitFor()
    const seen = await page.evaluate(() => ({
      bridge: typeof globalThis.debriefBridge,
      others: ['require', 'process', 'Buffer'].filter((name) => name in globalThis),
    }))
    await app.close()
    expect(seen).toEqual({ bridge: 'object', others: [] })
  },
)

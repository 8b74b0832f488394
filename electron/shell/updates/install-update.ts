import { spawn } from 'node:child_process'
import { chmodSync, constants, copyFileSync, renameSync, rmSync } from 'node:fs'
import { app } from 'electron'
import { t } from '#speech'
import { isWhole, type CheckedUpdate } from '../../../engine/updating.ts'
import { installOnMac } from './install-on-mac.ts'

/**
 * Installs a file that was checked when it was fetched, and checks it once more: somebody may have changed it since. Called when the
 * workspace is closed; the app has to quit afterwards. Throws a sentence where nothing was installed.
 */
export async function installUpdate(update: CheckedUpdate): Promise<void> {
  const { path, installer } = update
  const changed = new Error(t`The update was changed after it was fetched, so it was not installed.`)
  if (!(await isWhole(path, update))) throw changed
  switch (installer) {
    case 'nsis':
      // it asks Windows for elevation itself where Debrief is installed for everybody
      return startProgram(path, ['--updated', '/S', '--force-run'])
    case 'appimage':
      return replaceAppImage(update, process.env['APPIMAGE'] ?? '', changed)
    case 'mac-zip':
      return installOnMac(path, update.bytes)
    case 'deb':
      throw new Error("The system's package manager installs this Debrief.")
  }
}

function startProgram(path: string, options: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = spawn(path, options, { detached: true, stdio: 'ignore' })
    program.on('error', reject)
    program.on('spawn', () => {
      program.unref()
      resolve()
    })
  })
}

/** The new file is copied beside the old, checked there, and takes its name in one step: whatever happens, one whole Debrief has that name. */
async function replaceAppImage(update: CheckedUpdate, target: string, changed: Error): Promise<void> {
  const beside = `${target}.new`
  try {
    rmSync(beside, { force: true })
    copyFileSync(update.path, beside, constants.COPYFILE_EXCL)
    if (!(await isWhole(beside, update))) throw changed
    chmodSync(beside, 0o755)
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  app.relaunch({ execPath: target, args: [] })
}

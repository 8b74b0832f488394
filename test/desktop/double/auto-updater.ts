import { createHash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { app } from './app.ts'
import { report } from './report.ts'

/** Squirrel.Mac, as far as its server sees it: asks where the archive is, with the headers it was given, and fetches it without. */
class AutoUpdater extends EventEmitter {
  #feed: { url: string; headers?: Record<string, string> } = { url: '' }
  setFeedURL(feed: { url: string; headers?: Record<string, string> }) {
    this.#feed = feed
  }
  checkForUpdates() {
    void this.#fetchArchive().catch((error: unknown) => this.emit('error', error))
  }
  quitAndInstall() {
    report({ type: 'squirrel', sha512: this.#sha512 })
    app.quit()
  }
  #sha512 = ''
  async #fetchArchive() {
    const { url, headers = {} } = this.#feed
    if ((await fetch(url)).status !== 404) throw new Error('The server answers whoever asks.')
    const { url: archive } = (await (await fetch(url, { headers })).json()) as { url: string }
    const bytes = Buffer.from(await (await fetch(archive)).arrayBuffer())
    this.#sha512 = createHash('sha512').update(bytes).digest('hex')
    this.emit('update-downloaded')
  }
}

export const autoUpdater = new AutoUpdater() satisfies Partial<Record<keyof Electron.AutoUpdater, unknown>>

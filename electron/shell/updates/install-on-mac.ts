import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { autoUpdater } from 'electron'

/**
 * Has the system's updater (Squirrel.Mac, in Electron) take the checked archive; it looks at Apple's signature of the new app itself, and
 * quits and starts Debrief. It takes only what a server gives it: one on this machine does, to whoever knows a word of 256 bits.
 */
export async function installOnMac(path: string, bytes: number): Promise<void> {
  const { server, address, word } = await serveArchive(path, bytes)
  try {
    await new Promise<void>((resolve, reject) => {
      autoUpdater.once('update-downloaded', () => resolve())
      autoUpdater.once('update-not-available', () => reject(new Error('macOS did not take the update.')))
      autoUpdater.on('error', reject)
      autoUpdater.setFeedURL({ url: address, headers: { authorization: word } })
      autoUpdater.checkForUpdates()
    })
  } finally {
    server.close()
    server.closeAllConnections()
  }
  autoUpdater.quitAndInstall()
}

async function serveArchive(
  path: string,
  bytes: number,
): Promise<{ server: Server; address: string; word: string }> {
  const word = `Bearer ${randomBytes(32).toString('hex')}`
  const archive = `/${randomBytes(32).toString('hex')}.zip`
  const isKnown = (given: string | undefined) =>
    given !== undefined &&
    given.length === word.length &&
    timingSafeEqual(Buffer.from(given), Buffer.from(word))
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo
    // the updater does not send its word along for the archive, whose name nobody guesses
    if (request.url === archive) {
      response.writeHead(200, { 'content-type': 'application/zip', 'content-length': bytes })
      createReadStream(path).pipe(response)
    } else if (isKnown(request.headers.authorization)) {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ url: `http://127.0.0.1:${port}${archive}` }))
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, word }
}

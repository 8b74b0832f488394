import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { protocol } from 'electron'
import { servePlayback, type Playback } from '../../engine/playback.ts'
import { doorPaths } from '../../shared/domain/bridge.ts'
import { SCHEME } from '../plain/page-limits.ts'
import { contentTypeOf, pageSecurityHeaders } from '../../shared/domain/page-security.ts'

/** Must run before the app is ready: the scheme behaves like https, with an origin of its own. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/**
 * Serves the built page and the sound of recordings. The list of files is made once: a URL picks from it and never becomes a path; of a
 * recording it names the number.
 */
export function servePage(
  folder: string,
  playback: (recordingId: number) => Promise<Playback | { sentence: string }>,
): void {
  const files = listFiles(folder)
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    const recording = host === 'app' ? mediaPattern.exec(pathname)?.[1] : undefined
    if (recording !== undefined && request.method === 'GET') {
      const found = await playback(Number(recording))
      if ('sentence' in found) return new Response(found.sentence, { status: 404 })
      const answer = servePlayback(found, request)
      for (const [name, value] of Object.entries(pageSecurityHeaders)) answer.headers.set(name, value)
      return answer
    }
    const path = host === 'app' ? files.get(pathname === '/' ? '/index.html' : pathname) : undefined
    if (!path || request.method !== 'GET') return new Response('Not found.', { status: 404 })
    return new Response(new Uint8Array(await readFile(path)), {
      headers: { ...pageSecurityHeaders, 'content-type': contentTypeOf(path) },
    })
  })
}

const mediaPattern = new RegExp(`^${doorPaths.media}/([0-9]{1,12})$`)

function listFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(folder.length).split(sep).join('/'), path]
    }),
  )
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { openLoopbackDoor, type LoopbackDoor, type LoopbackDoorOptions } from '../../cli/serve.ts'

/** A loopback door on fresh workspaces under `folder`, with a page of two small files unless another is given. */
export function openTestDoor(
  folder: string,
  options: Partial<
    Pick<LoopbackDoorOptions, 'pageFolder' | 'uploadBytes' | 'pauseMs' | 'mostRequests' | 'now'>
  > = {},
): Promise<LoopbackDoor> {
  const pageFolder = options.pageFolder ?? writeSmallPage(join(folder, 'page'))
  const folders = { own: join(folder, 'own'), sample: join(folder, 'sample') }
  return openLoopbackDoor({ folders, first: 'own', port: 0, pageFolder, ...options })
}

function writeSmallPage(folder: string): string {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><script type="module" src="./assets/page.js"></script>',
  )
  writeFileSync(join(folder, 'assets', 'page.js'), 'document.title = "Debrief"')
  writeFileSync(join(folder, '..', 'secret.txt'), 'not of the page')
  return folder
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

interface Question {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

/** One HTTP request as any program could send it, with exactly these headers; the path is sent as it stands. */
export function ask(
  origin: string,
  path: string,
  { method = 'GET', headers, body }: Question = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(pieces).toString('utf8'),
        }),
      )
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Opens the door's link as a browser does; the headers with which its page then asks. */
export async function enter(door: LoopbackDoor): Promise<{ cookie: string; origin: string }> {
  const { pathname, search } = new URL(door.newUrl())
  const { headers } = await ask(door.origin, pathname + search)
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  return { cookie, origin: door.origin }
}

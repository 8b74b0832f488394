import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proxyEnvironment, proxyOfAnswer } from '../../../engine/network.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

test('the policy goes before the environment, and that before the system; this machine is never behind a proxy', () => {
  const environment = { https_proxy: 'http://env:1', NO_PROXY: '.local' }
  const own = 'localhost,127.0.0.1,::1'
  expect(proxyEnvironment({ proxy: { address: 'http://policy:1' } }, environment, 'http://system:1')).toEqual(
    {
      HTTP_PROXY: 'http://policy:1',
      HTTPS_PROXY: 'http://policy:1',
      NO_PROXY: own,
    },
  )
  expect(proxyEnvironment({}, environment, 'http://system:1')).toEqual({
    HTTP_PROXY: '',
    HTTPS_PROXY: 'http://env:1',
    NO_PROXY: `${own},.local`,
  })
  expect(proxyEnvironment({}, {}, 'http://system:1')['HTTPS_PROXY']).toBe('http://system:1')
  expect(proxyEnvironment({}, {})).toEqual({})
})

test.each([
  ['DIRECT', undefined],
  ['PROXY proxy.example:8080; DIRECT', 'http://proxy.example:8080'],
  ['HTTPS proxy.example:443', 'https://proxy.example:443'],
  ['SOCKS5 proxy.example:1080', undefined],
  ['', undefined],
])('the system says %s', (answer, proxy) => {
  expect(proxyOfAnswer(answer)).toBe(proxy)
})

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'])
    return true
  } catch {
    return false
  }
})()

describe.skipIf(!hasOpenssl)(
  'over real sockets, with a proxy and a certificate authority of our own (needs openssl)',
  () => {
    const folder = makeTemporaryFolder()
    const authority = join(folder, 'authority.pem')
    const tunnels: string[] = []
    const proxy = createHttp()
    let site: ReturnType<typeof createHttps>
    let places: { proxy: string; site: string }
    beforeAll(async () => {
      const openssl = (...given: string[]) => execFileSync('openssl', given, { cwd: folder, stdio: 'ignore' })
      openssl(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'authority.key',
        '-out',
        'authority.pem',
        '-days',
        '2',
        '-subj',
        '/CN=Test authority',
      )
      openssl(
        'req',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'site.key',
        '-out',
        'site.csr',
        '-subj',
        '/CN=models.test',
      )
      writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:models.test')
      openssl(
        'x509',
        '-req',
        '-in',
        'site.csr',
        '-CA',
        'authority.pem',
        '-CAkey',
        'authority.key',
        '-CAcreateserial',
        '-out',
        'site.pem',
        '-days',
        '2',
        '-extfile',
        'names',
      )
      const read = (name: string) => readFileSync(join(folder, name))
      site = createHttps({ key: read('site.key'), cert: read('site.pem') }, (_request, response) =>
        response.end('reached'),
      )
      proxy.on('connect', (request, socket) => {
        tunnels.push(request.url ?? '')
        // the name is known to nobody but this proxy
        const beyond = connect((site.address() as AddressInfo).port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n')
          beyond.pipe(socket).pipe(beyond)
        })
        beyond.on('error', () => socket.destroy())
        socket.on('error', () => beyond.destroy())
      })
      site.listen(0, '127.0.0.1')
      proxy.listen(0, '127.0.0.1')
      await Promise.all([once(site, 'listening'), once(proxy, 'listening')])
      places = {
        proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
        site: 'https://models.test/v1',
      }
    })
    afterAll(() => {
      site.close()
      proxy.close()
      rmSync(folder, { recursive: true, force: true })
    })

    /** Asks the site in a process of its own, which is what the engine is. */
    async function askFrom(policy: object, environment: NodeJS.ProcessEnv = {}): Promise<string> {
      const script = join(folder, 'ask.ts')
      const network = JSON.stringify(join(import.meta.dirname, '..', '..', '..', 'engine', 'network.ts'))
      writeFileSync(
        script,
        `import { settleNetwork } from ${network}
settleNetwork({ policy: JSON.parse(process.argv[2]) })
try { console.log(await (await fetch(process.argv[3])).text()) } catch (error) { console.log(String(error.cause?.code ?? error.message)) }`,
      )
      const bare = { PATH: process.env['PATH'], ...environment }
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [script, JSON.stringify(policy), places.site],
        { env: bare },
      )
      return stdout.trim()
    }

    test('the proxy and the authority of the policy are used', async () => {
      expect(await askFrom({ proxy: { address: places.proxy }, certificates: authority })).toBe('reached')
      expect(tunnels).toContain('models.test:443')
    })

    test('the proxy and the authority of the environment are used', async () => {
      const environment = { HTTPS_PROXY: places.proxy, NODE_EXTRA_CA_CERTS: authority }
      expect(await askFrom({}, environment)).toBe('reached')
    })

    test('an authority nobody named is not trusted', async () => {
      expect(await askFrom({ proxy: { address: places.proxy } })).toMatch(
        /UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED/,
      )
    })

    test('where the network is off nothing goes out, by no proxy either', async () => {
      const before = tunnels.length
      const policy = { network: 'off', proxy: { address: places.proxy }, certificates: authority }
      expect(await askFrom(policy)).toMatch(/The network is off on this machine/)
      expect(tunnels).toHaveLength(before)
    })

    test('a file without a certificate is refused by name', async () => {
      await expect(askFrom({ certificates: join(folder, 'names') })).rejects.toThrow(
        /it holds no certificate/,
      )
    })
  },
)

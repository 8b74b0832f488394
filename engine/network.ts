import { readFileSync } from 'node:fs'
import { setGlobalProxyFromEnv } from 'node:http'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { t } from '#speech'
import type { MachinePolicy } from './machine-policy.ts'
import { Problem } from './problem.ts'

/** What a process knows of the way out: `proxy` as the system has it, for where neither the policy nor the environment names one. */
export interface NetworkSurroundings {
  policy: MachinePolicy
  environment?: NodeJS.ProcessEnv
  proxy?: string | undefined
}

/**
 * Makes every request of this process go the machine's way: through its proxy, trusting the certificates of the system, of
 * `NODE_EXTRA_CA_CERTS` and of the policy; or nowhere, where the policy turns the network off. Once, before the first request. Throws a
 * Problem where a file of certificates cannot be used.
 */
export function settleNetwork({ policy, environment = process.env, proxy }: NetworkSurroundings): void {
  if (policy.network === 'off') {
    globalThis.fetch = () =>
      Promise.reject(
        new Problem('UNSUPPORTED', t`The network is off on this machine; ask whoever looks after it.`),
      )
    return
  }
  const files = [environment['NODE_EXTRA_CA_CERTS'], policy.certificates]
  const more = files.flatMap((file) => (file ? certificatesOf(file) : []))
  setGlobalProxyFromEnv(proxyEnvironment(policy, environment, proxy))
  // reading the system's certificates takes a fifth of a second, which a command that asks nobody need not wait
  const ask = globalThis.fetch
  let isSettled = false
  globalThis.fetch = (...request) => {
    if (!isSettled)
      setDefaultCACertificates([
        ...new Set([...getCACertificates('default'), ...getCACertificates('system'), ...more]),
      ])
    isSettled = true
    return ask(...request)
  }
}

/** The proxy to use, as the variables that name one; what stands first wins: the policy, the environment, the system. */
export function proxyEnvironment(
  policy: MachinePolicy,
  environment: NodeJS.ProcessEnv,
  system?: string,
): Record<string, string> {
  const both = (address: string, noProxy: string) => ({
    HTTP_PROXY: address,
    HTTPS_PROXY: address,
    // a model server of this machine is never asked through another
    NO_PROXY: [...new Set(['localhost', '127.0.0.1', '::1', ...noProxy.split(',')])]
      .filter(Boolean)
      .join(','),
  })
  const variable = (name: string) => environment[name] ?? environment[name.toLowerCase()] ?? ''
  if (policy.proxy) return both(policy.proxy.address, policy.proxy.noProxy ?? '')
  const http = variable('HTTP_PROXY')
  const https = variable('HTTPS_PROXY')
  if (http || https) {
    const named = both(https || http, variable('NO_PROXY'))
    return { ...named, HTTP_PROXY: http, HTTPS_PROXY: https }
  }
  return system === undefined ? {} : both(system, variable('NO_PROXY'))
}

/** The proxy out of what the system answers for an address (`PROXY name:port; DIRECT`); undefined for a way without one. */
export function proxyOfAnswer(answer: string): string | undefined {
  const [, kind, place] = /^\s*(PROXY|HTTPS)\s+([^\s;]+)/i.exec(answer) ?? []
  if (kind === undefined || place === undefined) return undefined
  return `${kind.toUpperCase() === 'HTTPS' ? 'https' : 'http'}://${place}`
}

function certificatesOf(file: string): string[] {
  try {
    const found = readFileSync(file, 'utf8').match(
      /-----BEGIN CERTIFICATE-----[^]+?-----END CERTIFICATE-----/g,
    )
    if (!found) throw new Error('it holds no certificate')
    return found
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem('INVALID_INPUT', t`The certificates in ${{ file }} cannot be used: ${{ reason }}.`, {
      cause,
    })
  }
}

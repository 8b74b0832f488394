import type { IncomingMessage } from 'node:http'

/**
 * Whether a request is for this door and nothing else: one `Host`, exactly the door's own, and a path. A page of another name that
 * resolves to this machine (DNS rebinding) sends its own name; a proxy's request has a whole address in the place of the path.
 */
export function isForThisDoor({ rawHeaders, url }: IncomingMessage, host: string): boolean {
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]!.toLowerCase() === 'host')
  return hosts.length === 1 && hosts[0] === host && url?.startsWith('/') === true
}

/**
 * Whether a request may come from the door's page or from a person: what writes must name this origin, what reads must name no other. A
 * cookie goes to all ports of a machine, so a page another program serves here gets it sent along: browsers say `same-site` then, and no
 * origin where nothing is written. A link is opened from anywhere; its key is what counts.
 */
export function isFromThisDoor({ headers, method, url }: IncomingMessage, host: string): boolean {
  const isReading = method === 'GET' || method === 'HEAD'
  const isOwnOrigin = headers.origin === `http://${host}`
  if (!isOwnOrigin && !(isReading && headers.origin === undefined)) return false
  const site = headers['sec-fetch-site']
  const isLink = isReading && (url === '/open' || url?.startsWith('/open?') === true)
  return site === undefined || site === 'same-origin' || site === 'none' || isLink
}

import { select, t } from '#speech'
import { Problem } from '../problem.ts'
import type { ServerKind } from './server-kind.ts'

/**
 * Where a server's API begins, as it is kept: no slash at the end, `/v1` where the address names a host only. `INVALID_INPUT` for what is
 * no address of a server, or has a key in it, which would be kept with the workspace.
 */
export function serverAddress(written: string, kind: ServerKind): string {
  const trimmed = written.trim()
  const address = URL.canParse(trimmed) ? new URL(trimmed) : null
  if (!address || !['http:', 'https:'].includes(address.protocol))
    throw new Problem(
      'INVALID_INPUT',
      t`The address of a ${select({ is: kind.is }, { transcription: 'transcription server', other: 'language model server' })} begins with http:// or https://, such as ${{ example: kind.example }}.`,
    )
  if (address.username !== '' || address.password !== '' || address.search !== '')
    throw new Problem(
      'INVALID_INPUT',
      t`A key does not belong into the address of a server; it is given apart.`,
    )
  const whole = address.pathname.replace(/\/+$/, '')
  const path = whole.endsWith(kind.path) ? whole.slice(0, -kind.path.length) : whole
  return `${address.origin}${path === '' ? '/v1' : path}`
}

/** The name a server's key is kept under: the keychain's go to the host they were given for only. */
export function serverKeyName(address: string, kind: ServerKind): string {
  return `${kind.name.replaceAll(' ', '-')} ${new URL(address).origin}`
}

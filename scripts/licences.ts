import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Licences that ask for no more than a notice, or (MPL) keep to their own files. Every other one is refused until someone has read it. */
const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  // a table of browsers that tools of the build read; nothing of it is shipped
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
])

/** Packages that state no licence in their package.json and carry its text: read, and what it is. */
export const readInItsText: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

/** Whether an SPDX expression can be met with accepted licences: one side of an OR, both sides of an AND. */
export function isAcceptedLicence(expression: string): boolean {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1')
  if (bare.includes('(')) return false
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((one) => accepted.has(one.trim())))
}

/** Every package of a lock file that is not accepted, as `name: licence`. Packages without a licence count as `unknown`. */
export function refusedPackages(root: string): string[] {
  const lock: { packages: Record<string, { license?: string; version?: string }> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  )
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, { license }]) => ({
      path,
      licence: license ?? readInItsText[path.replace(/^.*node_modules\//, '')] ?? 'unknown',
    }))
    .filter(({ licence }) => !isAcceptedLicence(licence))
    .map(({ path, licence }) => `${path.replace(/^.*node_modules\//, '')}: ${licence}`)
}

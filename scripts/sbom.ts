import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readInItsText } from './licences.ts'
import { shippedWhole } from './third-party-notices.ts'

interface LockedPackage {
  version?: string
  integrity?: string
  license?: string
}

/**
 * The bill of materials of what is shipped, as CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json): every package the build took code from
 * (`dist/bundled-packages`) and those that go along whole, in each version the lock file has, with the hash it is held to. Needs a build.
 * `npm sbom` would write 1.5 and name the whole toolchain. `at` is when it is made; without it the file is the same for the same build.
 */
export function billOfMaterials(root: string, at?: Date) {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))
  const { name, version, license, description } = read('package.json')
  const locked = Object.entries(
    (read('package-lock.json') as { packages: Record<string, LockedPackage> }).packages,
  )
  const components = shippedPackages(root)
    .flatMap((shipped) => {
      const found = locked.filter(([path]) => path.replace(/^.*node_modules\//, '') === shipped)
      if (found.length === 0) throw new Error(`${shipped} is shipped and not in package-lock.json.`)
      return found.map(([, one]) => componentOf(shipped, one))
    })
    .filter((one, index, all) => all.findIndex((other) => other['bom-ref'] === one['bom-ref']) === index)
  const own = `pkg:npm/${name}@${version}`
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      ...(at && { timestamp: at.toISOString() }),
      component: {
        type: 'application',
        'bom-ref': own,
        name,
        version,
        description,
        licenses: [{ license: { id: license } }],
        purl: own,
      },
    },
    components,
    dependencies: [{ ref: own, dependsOn: components.map((one) => one['bom-ref']) }],
  }
}

/** The names of all packages that the build holds, sorted. */
export function shippedPackages(root: string): string[] {
  const lists = join(root, 'dist', 'bundled-packages')
  const bundled = readdirSync(lists).flatMap((file): string[] =>
    JSON.parse(readFileSync(join(lists, file), 'utf8')),
  )
  const { optionalDependencies }: { optionalDependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  // each installer takes the one of its platform
  const recognisers = Object.keys(optionalDependencies).filter((name) => name.includes('node-whisper'))
  return [...new Set([...bundled, ...shippedWhole, ...recognisers, 'electron'])].toSorted()
}

function componentOf(name: string, { version, integrity, license }: LockedPackage) {
  const [algorithm, digest = ''] = (integrity ?? '').split('-')
  if (version === undefined || algorithm !== 'sha512')
    throw new Error(`${name} has no version and sha512 in package-lock.json.`)
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  const stated = license ?? readInItsText[name]
  const slash = name.indexOf('/')
  return {
    type: 'library',
    'bom-ref': purl,
    ...(name.startsWith('@') && { group: name.slice(0, slash) }),
    name: name.startsWith('@') ? name.slice(slash + 1) : name,
    version,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
    ...(stated !== undefined && {
      licenses: [/[ ()]/.test(stated) ? { expression: stated } : { license: { id: stated } }],
    }),
    purl,
  }
}

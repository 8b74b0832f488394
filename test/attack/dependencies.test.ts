import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { isAcceptedLicence } from '../../scripts/licences.ts'
import { faultsOfLock, type LockFile } from '../../scripts/lock-file.ts'
import { billOfMaterials, shippedPackages } from '../../scripts/sbom.ts'
import { tally } from './support/tally.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))
const { tried } = tally('dependencies')
beforeAll(() => ensureBuilt(), 60_000)

test('every package is held to a sha512 of the registry, asked for exactly, and none may run a script', () => {
  const lock: LockFile = read('package-lock.json')
  expect(Object.keys(lock.packages).length).toBeGreaterThan(300)
  expect(faultsOfLock(lock, read('package.json'))).toEqual([])
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
})

test('a lock file that was tampered with is found out, whatever was done to it', () => {
  const lock: LockFile = read('package-lock.json')
  const manifest = read('package.json')
  const path = 'node_modules/zod'
  const plant = (change: object): LockFile => ({
    ...lock,
    packages: { ...lock.packages, [path]: { ...lock.packages[path], ...change } },
  })
  const planted: LockFile[] = [
    plant({ integrity: undefined }),
    plant({ integrity: 'sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }),
    plant({ integrity: 'sha512-AAAA' }),
    plant({ resolved: 'git+ssh://git@evil.example/zod.git#1' }),
    plant({ resolved: 'http://evil.example/zod.tgz' }),
    plant({ resolved: 'https://evil.example/zod.tgz' }),
    plant({ link: true }),
    plant({ version: '0.0.1' }),
    plant({ hasInstallScript: true }),
    { ...lock, lockfileVersion: 1 },
    {
      ...lock,
      packages: { ...lock.packages, '': { ...lock.packages[''], dependencies: { evil: '1.0.0' } } },
    },
  ]
  for (const one of planted) expect(tried(faultsOfLock(one, manifest).length === 0)).toBe(false)
  for (const version of ['^4.0.0', 'latest', 'git://evil.example/zod', 'file:../zod', '*']) {
    const loose = { ...manifest, devDependencies: { ...manifest.devDependencies, zod: version } }
    expect(tried(faultsOfLock(lock, loose).length === 0)).toBe(false)
  }
})

test('no package that is installed runs a script when it is, unless it is named as refused', () => {
  const { allowScripts } = read('package.json')
  for (const file of globSync('node_modules/{*,@*/*}/package.json', { cwd: root })) {
    const { name, scripts = {} } = read(file)
    const runs = ['preinstall', 'install', 'postinstall'].some((script) => script in scripts)
    expect([name, tried(runs && allowScripts[name] !== false)]).toEqual([name, false])
  }
})

test('the bill of materials is CycloneDX 1.6 and names exactly what the build holds', () => {
  const bill = billOfMaterials(root, new Date(0))
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { timestamp: '1970-01-01T00:00:00.000Z', component: { type: 'application', name: 'debrief' } },
  })
  const names = new Set(bill.components.map(({ group, name }) => (group ? `${group}/${name}` : name)))
  expect([...names].toSorted()).toEqual(shippedPackages(root))
  for (const component of bill.components) {
    expect(component).toMatchObject({
      type: 'library',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      purl: expect.stringMatching(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d/),
    })
    const [licence] = component.licenses ?? []
    const stated = licence && 'expression' in licence ? licence.expression : licence?.license.id
    expect([component.name, isAcceptedLicence(stated ?? 'none')]).toEqual([component.name, true])
  }
  const references = bill.components.map((component) => component['bom-ref'])
  expect(new Set(references).size).toBe(references.length)
  expect(bill.dependencies).toEqual([{ ref: bill.metadata.component['bom-ref'], dependsOn: references }])
})

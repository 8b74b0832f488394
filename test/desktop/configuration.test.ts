import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { describe, expect, test } from 'vitest'
import { exchangeKinds } from '../../shared/domain/exchange-files.ts'

const root = join(import.meta.dirname, '..', '..')
/** The packer's own reading and checking, which it does not offer at its front. */
const packer = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const { getConfig, validateConfiguration }: PackerConfiguration = packer(
  'app-builder-lib/out/util/config/config',
)
const { DebugLogger }: { DebugLogger: new (isEnabled: boolean) => object } = packer('builder-util')

interface PackerConfiguration {
  getConfig(root: string, file: null, more: null): Promise<Configuration>
  validateConfiguration(configuration: Configuration, logger: object): Promise<void>
}

const read = () => getConfig(root, null, null)
const validate = (configuration: Configuration) =>
  validateConfiguration(configuration, new DebugLogger(false))

describe("the packer's configuration", () => {
  test('is one that electron-builder takes', async () => {
    await expect(validate(await read())).resolves.toBeUndefined()
  })

  test.each<[string, (configuration: Record<string, unknown>) => void]>([
    ['a mistyped key', (one) => (one['asarUnpak'] = [])],
    ['a fuse it does not know', (one) => Object.assign(one['electronFuses'] as object, { runAsNod: false })],
    ['a mistyped key of Linux', (one) => Object.assign(one['linux'] as object, { categry: 'Office' })],
    [
      'a hardened runtime that is no yes or no',
      (one) => Object.assign(one['mac'] as object, { hardenedRuntime: 'yes' }),
    ],
    ['a mistyped key of the installer', (one) => Object.assign(one['nsis'] as object, { perMachin: true })],
    ['an association without an ending', (one) => (one['fileAssociations'] = [{ name: 'x' }])],
    ['a mistyped key of the package', (one) => Object.assign(one['deb'] as object, { dependz: [] })],
  ])('%s is refused', async (_name, spoil) => {
    const configuration = structuredClone(await read())
    spoil(configuration as unknown as Record<string, unknown>)
    await expect(validate(configuration)).rejects.toThrow(/Invalid configuration/)
  })

  test('the installer of Windows installs for oneself without elevation, can install for all, and keeps data', async () => {
    const { nsis, win } = await read()
    expect(nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      selectPerMachineByDefault: false,
      allowElevation: true,
      deleteAppDataOnUninstall: false,
    })
    expect(win).toMatchObject({ requestedExecutionLevel: 'asInvoker', verifyUpdateCodeSignature: true })
  })

  test('macOS runs it hardened, with entitlement to nothing but code made as it runs', async () => {
    const { mac } = await read()
    expect(mac).toMatchObject({ hardenedRuntime: true })
    for (const file of [mac?.entitlements, mac?.entitlementsInherit]) {
      const keys = [...readFileSync(join(root, file!), 'utf8').matchAll(/<key>([^<]+)<\/key>\s*<true\/>/g)]
      expect(keys.map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit'])
    }
  })

  test('the package of Debian says who maintains it, what it needs, and where it belongs', async () => {
    const { deb, linux } = await read()
    expect(linux).toMatchObject({ category: 'Office', maintainer: expect.stringMatching(/.+ <.+@.+>/) })
    expect(deb?.packageCategory).toBe('office')
    expect(deb?.depends).toEqual(expect.arrayContaining(['libnss3', 'libsecret-1-0']))
  })

  test('an association that is missing is found', async () => {
    const { fileAssociations } = await read()
    expect(missingEndings([fileAssociations ?? []].flat().slice(1))).toEqual(['debrief'])
  })

  test('every kind of file that Debrief exchanges is associated with it, and no other', async () => {
    const { fileAssociations } = await read()
    const associations = [fileAssociations ?? []].flat()
    expect(missingEndings(associations)).toEqual([])
    expect(associations).toHaveLength(Object.keys(exchangeKinds).length)
  })
})

function missingEndings(associations: readonly { ext: string | string[] }[]): string[] {
  return Object.values(exchangeKinds).filter((ending) => !associations.some(({ ext }) => ext === ending))
}

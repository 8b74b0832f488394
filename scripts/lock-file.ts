type Versions = Record<string, string>

interface Manifest {
  dependencies?: Versions
  devDependencies?: Versions
  optionalDependencies?: Versions
  allowScripts?: Record<string, boolean>
}

/** What is read of `package-lock.json`. */
export interface LockFile {
  lockfileVersion: number
  packages: Record<
    string,
    Manifest & {
      version?: string
      integrity?: string
      resolved?: string
      link?: boolean
      hasInstallScript?: boolean
    }
  >
}

const groups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const

/**
 * What a lock file lacks to be trusted, a sentence each: every package has a whole sha512 and comes from the registry, none runs a script
 * when it is installed, and it holds what `package.json` asks for, each in one exact version.
 */
export function faultsOfLock({ lockfileVersion, packages }: LockFile, manifest: Manifest): string[] {
  const faults = lockfileVersion === 3 ? [] : ['The lock file is not of version 3.']
  for (const [path, one] of Object.entries(packages)) {
    if (path === '') continue
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(one.integrity ?? '')) faults.push(`${path} has no sha512.`)
    // who installs names the registry, not the lock file
    if (one.resolved !== undefined || one.link === true)
      faults.push(`${path} does not come from the registry.`)
    const name = path.replace(/^.*node_modules\//, '')
    if (one.hasInstallScript === true && manifest.allowScripts?.[name] !== false)
      faults.push(`${path} runs a script when it is installed.`)
  }
  if (Object.values(manifest.allowScripts ?? {}).includes(true)) faults.push('A package is allowed a script.')
  for (const group of groups) {
    const [asked, locked] = [manifest[group] ?? {}, packages['']?.[group] ?? {}]
    for (const name of new Set([...Object.keys(asked), ...Object.keys(locked)]))
      if (
        !/^\d+\.\d+\.\d+$/.test(asked[name] ?? '') ||
        asked[name] !== locked[name] ||
        asked[name] !== packages[`node_modules/${name}`]?.version
      )
        faults.push(`${name} is not the one exact version that package.json asks for.`)
  }
  return faults
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Writes which packages went into each part of the build, `<folder>/<part>.json`: the names, sorted. Modules that were left out as
 * unused do not count. The notices of third parties are made from these lists.
 */
export function recordBundledPackages(folder: string): Plugin {
  return {
    name: 'record-bundled-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const names = new Set<string>()
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const name = packageOf(id)
          if (name && (renderedLength > 0 || id.endsWith('.css'))) names.add(name)
        }
      }
      mkdirSync(folder, { recursive: true })
      const file = join(folder, `${this.environment.name}.json`)
      writeFileSync(file, JSON.stringify([...names].toSorted(), null, 2))
    },
  }
}

/** The package a module belongs to by its path, or null for the project's own. */
export function packageOf(moduleId: string): string | null {
  const inside = moduleId.replaceAll('\\', '/').split('/node_modules/').at(-1)
  if (inside === undefined || inside === moduleId) return null
  return /^(@[^/]+\/[^/]+|[^/]+)/.exec(inside)?.[1] ?? null
}

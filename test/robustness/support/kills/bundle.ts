import { globSync, mkdirSync, mkdtempSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..', '..', '..')

/**
 * Bundles what is started as a process of its own: a child from the bundle is loaded in a fifth of the time it takes from the sources. Gives the
 * folder, which the caller removes. It lies in `dist`, from where the native packages are found.
 */
export async function bundleChildren(): Promise<string> {
  const dist = join(root, 'dist')
  mkdirSync(dist, { recursive: true })
  const folder = mkdtempSync(join(dist, 'kill-children-'))
  const workers = globSync('engine/**/*.worker.ts', { cwd: root }).map((file) => [
    basename(file, '.ts'),
    join(root, file),
  ])
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers', 'electron'] },
    resolve: { alias: { vitest: join(import.meta.dirname, 'no-test-runner.ts') } },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: {
          child: join(import.meta.dirname, 'child.ts'),
          door: join(import.meta.dirname, '..', 'door.ts'),
          ...Object.fromEntries(workers),
        },
        external: ['better-sqlite3-multiple-ciphers', 'electron', ...builtinModules, /^node:/],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  return folder
}

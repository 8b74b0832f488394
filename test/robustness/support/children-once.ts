import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, join } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with what is started as a process of its own, as `NAME.js`. */
    children: string
  }
}

const root = join(import.meta.dirname, '..', '..', '..')
const here = (file: string) => join(import.meta.dirname, file)

/**
 * Before the robustness tests: bundles what they start as processes of their own to kill them, as one from the bundle is loaded in a fifth of
 * the time it takes from the sources. The folder lies in `dist`, from where the native packages are found.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const dist = join(root, 'dist')
  mkdirSync(dist, { recursive: true })
  const folder = mkdtempSync(join(dist, 'children-'))
  const workers = globSync('engine/**/*.worker.ts', { cwd: root }).map((file) => [
    basename(file, '.ts'),
    join(root, file),
  ])
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers', 'electron'] },
    resolve: { alias: { vitest: here('no-test-runner.ts') } },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: {
          child: here('kills/child.ts'),
          door: here('door.ts'),
          'copy-process': here('copy-process.ts'),
          'encrypt-process': here('encrypt-process.ts'),
          'restore-once': here('restore-once.ts'),
          'judging-worker': here('judging-worker.ts'),
          ...Object.fromEntries(workers),
        },
        external: ['better-sqlite3-multiple-ciphers', 'electron', ...builtinModules, /^node:/],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  project.provide('children', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

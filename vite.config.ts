import { globSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import type { EnvironmentOptions } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { recordBundledPackages } from './scripts/bundled-packages.ts'
import { LongestFirst } from './test/support/longest-first.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const dir = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Native or given by the runtime; everything else is bundled, so that the packed app carries nothing it does not use. */
const external = ['electron', 'better-sqlite3-multiple-ciphers', ...builtinModules, /^node:/]

/** Code that runs in processes of its own beside the entry that starts it. */
const workers = Object.fromEntries(
  globSync('engine/**/*.worker.ts', { cwd: root }).map((file) => [basename(file, '.ts'), dir(file)]),
)

function node(out: string, input: Record<string, string>, format: 'es' | 'cjs' = 'es'): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron', 'better-sqlite3-multiple-ciphers'] },
    build: {
      outDir: dir(`dist/${out}`),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        external,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  }
}

function project(name: string, include: string[], more: TestProjectInlineConfiguration['test'] = {}) {
  return { test: { name, root, include, environment: 'node' as const, testTimeout: 90_000, ...more } }
}

/** What the page says goes through the catalogues in renderer/locales; the plugins turn the macros in its source into look-ups. */
function translated() {
  return [
    babel({
      presets: [
        {
          preset: { plugins: ['@lingui/babel-plugin-lingui-macro'] },
          rolldown: { filter: { code: /from '@lingui\/(?:core|react)\/macro'/ } },
        },
      ],
    }),
    lingui({ failOnCompileError: true }),
  ]
}

/** One environment for all files of a worker: most of the time went into loading the engine anew for each. */
const together = { isolate: false, unstubEnvs: true }

/** Tests that use the build, which is made once for all of them. */
const built = {
  ...together,
  globalSetup: [dir('test/support/build-once.ts')],
  hookTimeout: 60_000,
  // the usual second is not enough on a machine that has other things to do
  expect: { poll: { timeout: 20_000 } },
}

const quickPassphrases = { setupFiles: [dir('test/support/quick-passphrases.ts')] }

export default defineConfig({
  root: dir('renderer'),
  base: './',
  plugins: [...translated(), react(), recordBundledPackages(dir('dist/bundled-packages'))],
  environments: {
    client: {
      build: { outDir: dir('dist/renderer'), emptyOutDir: true, sourcemap: true, target: 'chrome140' },
    },
    host: node('host', { debrief: dir('cli/debrief.ts'), ...workers }),
    main: node('main', { main: dir('electron/main.ts') }),
    engine: node('engine', { 'engine-process': dir('electron/engine-process.ts'), ...workers }),
    preload: node('preload', { preload: dir('electron/preload.ts') }, 'cjs'),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'host', 'main', 'engine', 'preload']) {
        const environment = builder.environments[name]
        if (!environment) throw new Error(`There is no build environment ${name}.`)
        await builder.build(environment)
      }
    },
  },
  test: {
    // vitest would leave a core to whoever watches; of two that is half
    maxWorkers: '100%',
    // V8 may end a process while it puts optimised WebAssembly in place (nodejs/node#64500); what tests load of it needs no optimising
    execArgv: ['--no-wasm-tier-up'],
    // threads and processes that tests start from the sources find them stripped of their types
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'debrief-compile-cache') },
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', ['test/unit/**/*.test.{ts,tsx}'], {
        setupFiles: [dir('test/support/speak-english.ts')],
        ...together,
      }),
      project('contract', ['test/contract/**/*.test.ts'], { ...quickPassphrases, ...together }),
      project('house', ['test/house/**/*.test.ts']),
      project('terminal', ['test/terminal/**/*.test.ts'], { ...built, ...quickPassphrases }),
      project('robustness', ['test/robustness/**/*.test.ts'], {
        ...built,
        ...quickPassphrases,
        globalSetup: [...built.globalSetup, dir('test/robustness/support/children-once.ts')],
        testTimeout: 300_000,
      }),
      project('attack', ['test/attack/**/*.test.ts'], built),
      project('desktop', ['test/desktop/**/*.test.ts'], built),
      // a browser on a busy machine may lose a race of its own; what fails twice is broken
      project('e2e', ['test/e2e/**/*.test.ts'], {
        ...built,
        ...quickPassphrases,
        globalSetup: [...built.globalSetup, dir('test/support/sample-once.ts')],
        retry: 1,
      }),
    ],
  },
})

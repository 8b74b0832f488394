import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const planted = mkdtempSync(join(tmpdir(), 'debrief-layering-'))
copyFileSync(join(root, '.oxlintrc.json'), join(planted, '.oxlintrc.json'))
afterAll(() => rmSync(planted, { recursive: true }))

interface Finding {
  code: string
  message: string
  help?: string
}

/** What the project's own lint configuration says of one file with this text. */
function lint(file: string, text: string, others: Record<string, string> = {}): Finding[] {
  const files = { [file]: text, ...others }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(planted, dirname(path)), { recursive: true })
    writeFileSync(join(planted, path), content)
  }
  try {
    const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
    const args = [oxlint, '--config', join(planted, '.oxlintrc.json'), '--format', 'json', file]
    return findings(() => execFileSync(process.execPath, args, { cwd: planted, encoding: 'utf8' }))
  } finally {
    for (const path of Object.keys(files)) rmSync(join(planted, path))
  }
}

/** The linter ends with 1 when it found something; its report is on standard output all the same. */
function findings(runLinter: () => string): Finding[] {
  let report: string
  try {
    report = runLinter()
  } catch (error) {
    if (!(error instanceof Error) || !('stdout' in error)) throw error
    report = String(error.stdout)
  }
  const { diagnostics }: { diagnostics: Finding[] } = JSON.parse(report)
  return diagnostics
}

const importing = (source: string) => `import { one } from '${source}'\nexport const two = one\n`

test.each([
  ['shared/domain/a.ts', 'node:fs', 'shared/ imports only zod'],
  ['shared/domain/a.ts', 'react', 'shared/ imports only zod'],
  ['shared/contract/a.ts', '../../engine/index.ts', 'shared/ is the lowest layer'],
  ['shared/contract/a.ts', '../../renderer/app/client.ts', 'shared/ is the lowest layer'],
  ['engine/people/a.ts', 'electron', 'Only electron/ may import Electron'],
  ['engine/a.ts', 'electron', 'Only electron/ may import Electron'],
  ['engine/imports/readers/csv/a.ts', 'electron', 'Only electron/ may import Electron'],
  ['engine/people/a.ts', '../../cli/run.ts', 'The engine knows no door'],
  ['engine/people/a.ts', '../../renderer/app/client.ts', 'The engine knows no door'],
  ['engine/a.ts', '../electron/channels.ts', 'The engine knows no door'],
  ['engine/people/a.ts', 'react', 'The engine knows no door'],
  ['engine/people/a.ts', 'hono', 'The engine knows no door'],
  ['engine/people/a.ts', '../metrics/rollups.ts', 'Domains meet at their index.ts'],
  ['engine/people/a.ts', '../metrics/metrics.store.ts', 'Domains meet at their index.ts'],
  ['engine/imports/readers/a.ts', '../../people/people.store.ts', 'Domains meet at their index.ts'],
  ['engine/imports/readers/csv/a.ts', '../../../people/people.ts', 'Domains meet at their index.ts'],
  ['engine/store/migrations/0020-a.ts', '../../people/index.ts', 'Migrations are frozen'],
  ['engine/store/migrations/0020-a.ts', '../database.ts', 'Migrations are frozen'],
  ['engine/store/migrations/0020-a.ts', '../../../shared/domain/time.ts', 'Migrations are frozen'],
  ['renderer/app/a.ts', '../../engine/index.ts', 'The page knows only shared/'],
  ['renderer/features/data/a.tsx', '../../../engine/problem.ts', 'The page knows only shared/'],
  ['renderer/features/data/preview/a.tsx', '../../../../cli/run.ts', 'The page knows only shared/'],
  ['renderer/app/a.ts', 'node:fs', 'The page knows only shared/'],
  ['renderer/app/a.ts', 'electron', 'The page knows only shared/'],
  ['renderer/app/a.ts', '@orpc/server', 'The page knows only shared/'],
  ['renderer/features/data/a.tsx', '../coaching/coaching-page.tsx', 'Renderer features are islands'],
  ['renderer/features/data/a.tsx', '../coaching/index.ts', 'Renderer features are islands'],
  ['renderer/features/data/preview/a.tsx', '../../coaching/index.ts', 'Renderer features are islands'],
  ['cli/a.ts', 'electron', 'Only electron/ may import Electron'],
  ['cli/commands/a.ts', '../../engine/people/index.ts', 'A door uses the engine at'],
  ['cli/a.ts', '../electron/channels.ts', 'Doors do not know each other'],
  ['electron/a.ts', '../engine/people/people.store.ts', 'A door uses the engine at'],
  ['electron/shell/a.ts', '../../engine/people/index.ts', 'A door uses the engine at'],
  ['electron/a.ts', '../cli/serve.ts', 'Doors do not know each other'],
])('%s may not import %s, and is told why', (file, source, why) => {
  const found = lint(file, importing(source)).filter(({ code }) => code.includes('no-restricted-imports'))
  expect(found.map(({ help, message }) => help ?? message)).toEqual([expect.stringContaining(why)])
})

test.each([
  ['shared/domain/a.ts', '../contract/index.ts'],
  ['shared/domain/a.ts', 'zod'],
  ['engine/people/a.ts', '../metrics/index.ts'],
  ['engine/people/a.ts', '../problem.ts'],
  ['engine/people/a.ts', './people.store.ts'],
  ['engine/people/a.ts', './matching/by-name.ts'],
  ['engine/imports/readers/a.ts', '../mapping/apply.ts'],
  ['engine/imports/readers/a.ts', '../../language/sentiment/index.ts'],
  ['engine/imports/readers/csv/a.ts', '../../facts.ts'],
  ['engine/people/a.ts', '../../shared/domain/time.ts'],
  ['renderer/features/data/a.tsx', '../../ui/time.tsx'],
  ['renderer/features/data/preview/a.tsx', '../mapping/a.tsx'],
  ['renderer/features/data/a.tsx', '../../../shared/domain/time.ts'],
  ['cli/commands/a.ts', '../../engine/index.ts'],
  ['electron/a.ts', 'electron'],
])('%s may import %s', (file, source) => {
  expect(lint(file, importing(source)).filter(({ code }) => code.includes('no-restricted-imports'))).toEqual(
    [],
  )
})

const codes = (found: Finding[]) => found.map(({ code }) => code)

test('a cycle of imports is refused', () => {
  const there = "import { one } from './b.ts'\nexport const two = () => one\n"
  const back = "import { two } from './a.ts'\nexport const one = () => two\n"
  expect(codes(lint('engine/a.ts', there, { 'engine/b.ts': back }))).toEqual(['import(no-cycle)'])
})

test.each([
  ['any', 'export const one = (two: any): unknown => two\n', 'typescript(no-explicit-any)'],
  ['@ts-ignore', '// @ts-ignore\nexport const one = 1\n', 'typescript(ban-ts-comment)'],
  ['a note to do later', '// TODO: later\nexport const one = 1\n', 'eslint(no-warning-comments)'],
  ['console', "console.log('one')\n", 'eslint(no-console)'],
  ['eval', "export const one = eval('1')\n", 'eslint(no-eval)'],
])('%s is refused', (_what, text, code) => {
  expect(codes(lint('engine/a.ts', text))).toContain(code)
})

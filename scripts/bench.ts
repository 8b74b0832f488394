import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

// `npm run bench [-- part of a name]`: each benchmark in a process of its own, one after the other, so that none disturbs another.
const root = join(import.meta.dirname, '..')
const wanted = process.argv[2] ?? ''
const files = globSync('test/bench/**/*.bench.ts', { cwd: root }).filter((file) => file.includes(wanted))
if (files.length === 0) console.error(`There is no benchmark named like "${wanted}".`)
let isFailed = files.length === 0
for (const file of files.toSorted()) {
  console.log(`\n${file}`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(root, file)], {
    cwd: root,
    stdio: 'inherit',
  })
  isFailed ||= status !== 0
}
process.exit(isFailed ? 1 : 0)

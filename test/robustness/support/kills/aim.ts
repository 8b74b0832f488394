import fs from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import Database from 'better-sqlite3-multiple-ciphers'

type Any = (...parameters: unknown[]) => unknown

const ofFiles = ['renameSync', 'writeFileSync', 'appendFileSync', 'copyFileSync', 'rmSync', 'chmodSync']
const ofPromises = ['rename', 'writeFile', 'appendFile', 'copyFile', 'rm']

let passed = 0
let wanted: number | null = null

/** A place at which a crash may come: before and after everything that changes a file, before and after every commit. */
function point(): void {
  passed += 1
  if (passed === wanted) process.kill(process.pid, 'SIGKILL')
}

/** How many such places were passed so far. */
export function pointsPassed(): number {
  return passed
}

/** From now on this process kills itself at the `place`-th place (from 1). */
export function aimAt(place: number | null): void {
  passed = 0
  wanted = place
}

function around(holder: Record<string, unknown>, name: string): void {
  const whole = holder[name] as Any
  holder[name] = (...parameters: unknown[]) => {
    point()
    const result = whole(...parameters)
    if (!(result instanceof Promise)) point()
    return result instanceof Promise ? result.finally(point) : result
  }
}

/** Makes every change of a file and every commit in this process such a place. */
export function watchWrites(): void {
  for (const name of ofFiles) around(fs, name)
  for (const name of ofPromises) around(promises, name)
  syncBuiltinESMExports()
  const own = Database.prototype as unknown as Record<'transaction' | 'exec', Any>
  const { transaction, exec } = own
  own.transaction = function (this: unknown, ...[work]: unknown[]) {
    const whole = transaction.call(this, (...parameters: unknown[]) => {
      const result = (work as Any)(...parameters)
      point()
      return result
    }) as Record<string, Any>
    const within = (kind: string): Any =>
      function (this: unknown, ...parameters: unknown[]) {
        const result = (kind === '' ? (whole as unknown as Any) : whole[kind]!).apply(this, parameters)
        point()
        return result
      }
    return Object.assign(within(''), { immediate: within('immediate') })
  }
  own.exec = function (this: unknown, ...[sql]: unknown[]) {
    if (sql !== 'COMMIT') return exec.call(this, sql)
    point()
    const result = exec.call(this, sql)
    point()
    return result
  }
}

import { loadavg } from 'node:os'

/** One line of a benchmark's table. */
export function print(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(36)}${value}\n`)
}

/** A time for people. */
export function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
}

/** What else the machine was doing: figures of a busy one are upper bounds. */
export function printLoad(): void {
  print(
    'load of the machine',
    loadavg()
      .map((load) => load.toFixed(1))
      .join(' '),
  )
}

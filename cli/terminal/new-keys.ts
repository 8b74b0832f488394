import type { Terminal } from './terminal.ts'

/** A recovery key as it is shown, once. */
export function describeNewKeys(recoveryKey: string): string {
  return [
    'Recovery key, shown this once: write it down and keep it apart from this computer.',
    '',
    `  ${recoveryKey}`,
    '',
    'Who loses both it and the passphrase loses the data: nobody can open them then.',
    '',
    '',
  ].join('\n')
}

/** Notes each step when it begins, where somebody watches. */
export function showSteps(terminal: Terminal): (share0to1: number, step: string) => void {
  let shown = ''
  return (_share, step) => {
    if (!terminal.isWatched || step === shown) return
    shown = step
    terminal.note(`${step} ...`)
  }
}

import { t } from '@lingui/core/macro'

/** A recovery key as a text to keep. */
export function recoveryText(recoveryKey: string): string {
  return [
    t`Debrief: recovery key of a workspace`,
    '',
    recoveryKey,
    '',
    t`It opens the workspace when its passphrase is lost. Keep it apart from the computer.`,
    t`Who loses both loses the data.`,
    '',
  ].join('\n')
}

/** The same as a page to print. A key holds letters, digits and dashes only. */
export function recoveryPage(recoveryKey: string): string {
  const [title, ...lines] = recoveryText(recoveryKey).trim().split('\n')
  return `<!doctype html><title>${title}</title><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}`
}

import { spawn } from 'node:child_process'

/** Opens a link in the person's browser where there is one to be seen; where not, the link in the terminal is enough. */
export function openBrowser(url: string): void {
  const opener = openerOf(process.platform, process.env)
  if (!opener) return
  const [program, ...args] = opener
  if (!program) return
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true })
  child.once('error', () => {})
  child.unref()
}

/** The command that opens a link, or null where nobody would see it (no display, a build machine). */
export function openerOf(platform: string, env: Record<string, string | undefined>): string[] | null {
  if (env['CI'] || env['BROWSER'] === 'none') return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['cmd', '/c', 'start', '']
  return (env['DISPLAY'] ?? env['WAYLAND_DISPLAY']) ? ['xdg-open'] : null
}

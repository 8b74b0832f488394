/** What the double tells the test, over the process's IPC. */
export type Report =
  | { type: 'ready'; debuggingUrl: string }
  | { type: 'window'; options: unknown }
  | { type: 'refused-window'; url: string }
  | { type: 'refused-navigation'; url: string }
  | { type: 'menu'; labels: string[] }
  | { type: 'transcriber' }
  | { type: 'dialog'; kind: string; text: string }
  | { type: 'quit'; isEngineGone: boolean }

export function report(message: Report): void {
  process.send?.(message)
}

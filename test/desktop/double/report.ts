/** What the double tells the test, over the process's IPC. */
export type Report =
  | { type: 'ready'; debuggingUrl: string }
  | { type: 'window'; options: unknown }
  | { type: 'refused-window'; url: string }
  | { type: 'refused-navigation'; url: string }
  | { type: 'refused-load'; url: string }
  | { type: 'loads'; loads: Record<string, boolean> }
  | { type: 'forged'; reached: boolean; asked: number }
  | { type: 'permissions'; asked: Record<string, boolean>; checked: Record<string, boolean>; device: boolean }
  | { type: 'maximised' }
  | { type: 'hidden' }
  | { type: 'shown' }
  /** The labels of the tray's menu; null once the icon is gone. */
  | { type: 'tray'; labels: string[] | null }
  | { type: 'relaunch'; program: string | null }
  | { type: 'squirrel'; sha512: string }
  | { type: 'focused' }
  | { type: 'recent'; path: string | null }
  | { type: 'second-start' }
  | { type: 'menu'; labels: string[] }
  | { type: 'transcriber' }
  | { type: 'dialog'; kind: string; text: string }
  | { type: 'quit'; isEngineGone: boolean }

export function report(message: Report): void {
  process.send?.(message)
}

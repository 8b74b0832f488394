import { join } from 'node:path'
import { Menu, nativeImage, Tray } from 'electron'
import { z } from 'zod'
import type { TrayChoice } from '../../shared/domain/bridge.ts'
import type { Work } from '../engine-messages.ts'
import { trayTemplate, type TrayActions } from '../plain/tray-template.ts'
import { keptFile } from './kept-file.ts'
import { isTrayThere } from './tray-there.ts'

/** Debrief's icon in the tray, and whether it stays there when its window is closed. */
export interface TrayKeeper {
  /** Whether closing the window leaves Debrief in the tray: a person chose so, a folder is watched, and there is a tray. */
  keeps(): boolean
  choice(): Promise<TrayChoice>
  choose(isOn: boolean): Promise<TrayChoice>
  /** What the engine says of its work. */
  take(work: Work): void
  /** A new engine knows nothing of the tray yet. */
  engineStarted(): void
}

const nothing: Work = { watch: null, lines: [] }

/** `icons` is the folder of the app's icons. `follow` has the engine tell of its work or stop; `isHidden`: the icon is the only way back to the window. */
export function trayKeeper(
  icons: string,
  actions: TrayActions & { follow(isWanted: boolean): void; isHidden(): boolean },
): TrayKeeper {
  const kept = keptFile('tray.json', z.object({ isOn: z.boolean() }), { isOn: false })
  let isThere: boolean | null = null
  let tray: Tray | null = null
  let work = nothing

  const isWanted = () => isThere === true && kept.read().isOn
  const look = async (): Promise<void> => {
    isThere = await isTrayThere(process.platform)
    actions.follow(isWanted())
    draw()
  }
  const draw = (): void => {
    if (isWanted() && work.watch !== null) {
      tray ??= newTray()
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(work, actions)))
    } else if (tray && !actions.isHidden()) {
      tray.destroy()
      tray = null
    }
  }
  const newTray = (): Tray => {
    const name = process.platform === 'darwin' ? 'trayTemplate.png' : join('linux', '32x32.png')
    const made = new Tray(nativeImage.createFromPath(join(icons, name)))
    made.setToolTip('Debrief')
    // on macOS a click opens the menu
    if (process.platform !== 'darwin') made.on('click', () => actions.open())
    return made
  }
  const choice = (): TrayChoice => ({ isPossible: isThere === true, isOn: kept.read().isOn })
  return {
    keeps: () => tray !== null && isWanted() && work.watch !== null,
    async choice() {
      if (isThere === null) await look()
      return choice()
    },
    async choose(isOn) {
      kept.write({ isOn })
      await look()
      return choice()
    },
    take(now) {
      work = now
      draw()
    },
    engineStarted() {
      if (kept.read().isOn) void look()
    },
  }
}

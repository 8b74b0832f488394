import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import type * as Electron from 'electron'
import { deeds } from './app.ts'
import { report } from './report.ts'

interface Item {
  label?: string
  enabled?: boolean
  checked?: boolean
  click?(): void
}

export const nativeImage = {
  // Electron gives an empty picture where there is none, and nobody would notice
  createFromPath(path: string) {
    if (!existsSync(path)) throw new Error(`There is no icon ${path}.`)
    return path
  },
} satisfies Partial<Record<keyof typeof Electron.nativeImage, unknown>>

let items: Item[] = []

export class Tray extends EventEmitter {
  setToolTip() {}
  setContextMenu(menu: Item[]) {
    items = menu
    report({
      type: 'tray',
      labels: menu.flatMap(({ label, checked }) => (label ? [`${label}${checked ? ' (on)' : ''}`] : [])),
    })
  }
  destroy() {
    report({ type: 'tray', labels: null })
  }
}

deeds.on('click-tray', ({ label }: { label: string }) => {
  const item = items.find((one) => one.label === label)
  if (item?.enabled !== false) item?.click?.()
})

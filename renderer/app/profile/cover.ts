/** A screen that lies over the whole page: what is underneath stays as it was left, and nobody can see, hear or reach it. */
export interface Cover {
  /** What the screen is drawn into. */
  inside: HTMLElement
  /** Lays it over the page; gives what lifts it again. */
  lay(): () => void
}

const listeners = new Set<() => void>()
let laid: HTMLElement | null = null

/** Whether a cover lies over the page. */
export const isCovered = (): boolean => laid !== null

/** Calls `listener` when a cover is laid; gives what ends that. */
export function onCovered(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const keys = ['keydown', 'keyup', 'keypress', 'copy', 'cut', 'paste'] as const
const drags = ['dragenter', 'dragover', 'dragleave', 'drop'] as const

// before any dialog of the page listens: these are asked first, in the order in which they came
for (const type of keys) window.addEventListener(type, keepFromPage, { capture: true })
for (const type of drags) window.addEventListener(type, keepFromPage, { capture: true })

function keepFromPage(event: Event): void {
  if (laid === null) return
  const isDrag = drags.some((type) => type === event.type)
  const target = event.target instanceof Element && laid.contains(event.target) ? event.target : null
  if (isDrag) event.preventDefault()
  if (isDrag || target === null) return event.stopImmediatePropagation()
  if (event instanceof KeyboardEvent && event.key === 'Escape') {
    // it would lift the cover, and close a dialog underneath that listens before the cover can stop it
    event.preventDefault()
    target.setAttribute('data-mantine-stop-propagation', 'true')
  }
}

/** A cover that looks as `className` says. */
export function createCover(className: string, label: string): Cover {
  const dialog = document.createElement('dialog')
  const inside = document.createElement('div')
  dialog.className = className
  dialog.setAttribute('aria-label', label)
  dialog.setAttribute('closedby', 'none')
  dialog.append(inside)
  // what is drawn inside has heard it by then, and shortcuts of the page must not
  for (const type of keys) dialog.addEventListener(type, (event) => event.stopPropagation())
  dialog.addEventListener('cancel', (event) => event.preventDefault())
  return {
    inside,
    lay() {
      document.body.append(dialog)
      dialog.showModal()
      laid = dialog
      for (const listener of listeners) listener()
      return () => {
        laid = null
        dialog.close()
        dialog.remove()
      }
    },
  }
}

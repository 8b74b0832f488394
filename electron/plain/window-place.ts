import { z } from 'zod'

const rectangle = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
/** In points of the screen, with the origin wherever the system has it. */
export type Rectangle = z.infer<typeof rectangle>

/** Where the window stood on each display it was on, by the display's id, and on which it was last. */
export const windowMemory = z.object({
  last: z.string().nullable(),
  places: z.record(z.string(), rectangle.extend({ isMaximised: z.boolean() })),
})
export type WindowMemory = z.infer<typeof windowMemory>
export const emptyMemory: WindowMemory = { last: null, places: {} }

/** A display, as Electron tells of it; the first is the main one. */
export interface DisplayArea {
  id: number
  /** Without the system's bars. */
  workArea: Rectangle
}

export const usualSize = { width: 1280, height: 800 }
export const leastSize = { width: 960, height: 600 }
/** More than a person has; the oldest goes. */
const MOST_PLACES = 12

/**
 * Where to open the window: as it stood on the display it was last on, else on the main one. Whatever was kept, all of it lies on a
 * display that is there now, or as much as fits.
 */
export function placeWindow(
  memory: WindowMemory,
  displays: readonly DisplayArea[],
): Rectangle & { isMaximised: boolean } {
  const display = displays.find(({ id }) => String(id) === memory.last) ?? displays[0]
  if (!display) return { x: 0, y: 0, ...usualSize, isMaximised: false }
  const { workArea } = display
  const kept = memory.places[String(display.id)]
  const width = sizeWithin(kept?.width ?? usualSize.width, leastSize.width, workArea.width)
  const height = sizeWithin(kept?.height ?? usualSize.height, leastSize.height, workArea.height)
  return {
    x: kept
      ? within(kept.x, workArea.x, workArea.x + workArea.width - width)
      : middle(workArea.x, workArea.width, width),
    y: kept
      ? within(kept.y, workArea.y, workArea.y + workArea.height - height)
      : middle(workArea.y, workArea.height, height),
    width,
    height,
    isMaximised: kept?.isMaximised ?? false,
  }
}

/** What to keep of a window that stands there. */
export function rememberWindow(
  memory: WindowMemory,
  displayId: number,
  place: Rectangle & { isMaximised: boolean },
): WindowMemory {
  const others = Object.entries(memory.places).filter(([id]) => id !== String(displayId))
  return {
    last: String(displayId),
    places: Object.fromEntries([...others.slice(1 - MOST_PLACES), [String(displayId), place]]),
  }
}

function within(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)))
}

/** A display smaller than the least size decides. */
function sizeWithin(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), most))
}

function middle(start: number, room: number, size: number): number {
  return Math.round(start + (room - size) / 2)
}

import { type PointerEvent, useState } from 'react'
import { gutter, rightMargin } from './timeline-layout.ts'

/** So far a hand may slip and still mean a press. */
const slipPixels = 5

interface Pointing {
  drawnWidth: number
  /** What the drawing's width stands for. */
  length: number
  canDraw: boolean
  onHover(at: number | null, pixel: number): void
  onPress(at: number): void
  /** A span was drawn; from left to right. */
  onDraw(start: number, end: number): void
}

/** Pressing and drawing spans on the timeline, by pointer. Gives the span being drawn and the handlers of the drawing. */
export function usePointing({ drawnWidth, length, canDraw, onHover, onPress, onDraw }: Pointing) {
  const [stroke, setStroke] = useState<{
    from: number
    to: number
    fromPixel: number
    isDrawn: boolean
  } | null>(null)
  const placeOf = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const pixel = ((event.clientX - box.left) / box.width) * drawnWidth
    const at = ((pixel - gutter) / (drawnWidth - gutter - rightMargin)) * length
    return { pixel, at: Math.min(length, Math.max(0, at)), isInside: at >= 0 }
  }
  const drawn =
    stroke?.isDrawn === true
      ? { startMs: Math.min(stroke.from, stroke.to), endMs: Math.max(stroke.from, stroke.to) }
      : null
  return {
    drawn,
    handlers: {
      onPointerDown(event: PointerEvent<SVGSVGElement>) {
        const { pixel, at, isInside } = placeOf(event)
        if (event.button !== 0 || !isInside) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setStroke({ from: at, to: at, fromPixel: pixel, isDrawn: false })
      },
      onPointerMove(event: PointerEvent<SVGSVGElement>) {
        const { pixel, at, isInside } = placeOf(event)
        onHover(isInside ? at : null, pixel)
        if (!stroke || !canDraw) return
        const isDrawn = stroke.isDrawn || Math.abs(pixel - stroke.fromPixel) > slipPixels
        setStroke({ ...stroke, to: at, isDrawn })
      },
      onPointerUp() {
        if (!stroke) return
        if (drawn && drawn.endMs > drawn.startMs) onDraw(drawn.startMs, drawn.endMs)
        else onPress(stroke.from)
        setStroke(null)
      },
      onPointerCancel: () => setStroke(null),
      onPointerLeave: () => onHover(null, 0),
    },
  }
}

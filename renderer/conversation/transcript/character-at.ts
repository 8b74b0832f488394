/** The place in a turn's text that a pointer hits, by the pieces' `data-from`; null beside the text or while text is being selected. */
export function characterAt(event: { clientX: number; clientY: number }): number | null {
  const selection = globalThis.getSelection()
  if (selection && !selection.isCollapsed) return null
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY)
  if (!caret) return null
  const piece = caret.offsetNode.parentElement?.closest<HTMLElement>('[data-from]')
  if (!piece || piece.firstChild !== caret.offsetNode) return null
  return Number(piece.dataset.from) + caret.offset
}

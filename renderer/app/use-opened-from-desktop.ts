import { useEffect, useEffectEvent } from 'react'
import type { OpenedFile } from '../../shared/domain/bridge.ts'
import { useTakeFiles } from './use-take-files.ts'

/** Files and places that are opened from outside the page: by the menu, the desktop, a link. */
export function useOpenedFromDesktop(): void {
  const takeFiles = useTakeFiles()
  const take = useEffectEvent((opened: OpenedFile[]) => {
    const read = opened.flatMap(({ path, text }) =>
      text === null ? [] : [new File([text], path.replace(/^.*[\\/]/, ''))],
    )
    const unread = opened.filter(({ text }) => text === null).map(({ path }) => path)
    if (read.length > 0) void takeFiles(read)
    if (unread.length > 0) void takeFiles([], unread)
  })
  useEffect(() => globalThis.debriefBridge?.onFilesOpened((opened) => take(opened)), [])
  useEffect(
    () => globalThis.debriefBridge?.onPlaceOpened((place) => (window.location.hash = `#${place}`)),
    [],
  )
}

import { t } from '@lingui/core/macro'
import { Modal } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { onCovered } from '../../app/profile/cover.ts'
import classes from './mine.module.css'
import { readPacket } from './read-packet.ts'

/** The page of a session to read and listen to. The answer is given beside it, so its own form is left out. */
export function PacketModal({ title, html, onClose }: { title: string; html: string; onClose: () => void }) {
  return (
    <Modal opened size="xl" title={title} closeButtonProps={{ 'aria-label': t`Close` }} onClose={onClose}>
      <PacketFrame html={html} title={t`The page of “${title}”`} />
    </Modal>
  )
}

function PacketFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const page = frame.current?.contentDocument
    if (!page) return
    const { text, release } = readPacket(html)
    // nothing in it can run: the frame lets no script run, nor does the page's own security policy
    page.open()
    page.write(text)
    page.close()
    const stopListening = onCovered(() => {
      for (const audio of page.querySelectorAll('audio')) audio.pause()
    })
    return () => {
      stopListening()
      release()
    }
  }, [html])
  return <iframe ref={frame} sandbox="allow-same-origin" className={classes.frame} title={title} />
}

import { useDisclosure } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { TimeZoneProvider } from '../ui/time.tsx'
import { orpc } from './client.ts'
import { Help } from './help.tsx'
import { followChanges } from './live-changes.ts'
import { Palette } from './palette.tsx'
import { useMay } from './profile/use-may.ts'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'
import { useGoKeys } from './use-go-keys.ts'
import { useOpenedFromDesktop } from './use-opened-from-desktop.ts'
import { WindowDrop } from './window-drop.tsx'
import { WorkspaceWarnings } from './workspace-warnings.tsx'

/** The window: rail, the page, and what works everywhere (palette, help, dropping files, listening to changes). */
export function Shell() {
  const queryClient = useQueryClient()
  const mayLook = useMay()('workspace')
  const status = useQuery(orpc.workspace.status.queryOptions({ enabled: mayLook }))
  const timeZone = useQuery(orpc.profiles.me.queryOptions()).data?.timeZone
  const [isHelpOpen, help] = useDisclosure(false)
  const [isHealthOpen, health] = useDisclosure(false)
  const { close: closeHealth } = health
  const { href } = useLocation()
  // what it says begins with the page at hand: another page, however one came there, is asked about anew
  useEffect(closeHealth, [closeHealth, href])
  useOpenedFromDesktop()
  useGoKeys(help.open, health.open)

  useEffect(() => {
    if (!mayLook) return
    const stop = new AbortController()
    void followChanges(queryClient, stop.signal)
    return () => stop.abort()
  }, [queryClient, mayLook])

  return (
    <TimeZoneProvider timeZone={status.data?.timeZone ?? timeZone ?? 'UTC'}>
      <div className={classes.shell}>
        <Rail
          onHelp={help.open}
          isHealthOpen={isHealthOpen}
          onHealth={(isOpen) => (isOpen ? health.open() : health.close())}
        />
        <div className={classes.main}>
          <WorkspaceWarnings status={status.data} />
          <div className={classes.page}>
            <Outlet />
          </div>
        </div>
      </div>
      <Palette onHelp={help.open} onHealth={health.open} />
      <Help isOpen={isHelpOpen} onClose={help.close} />
      <WindowDrop />
    </TimeZoneProvider>
  )
}

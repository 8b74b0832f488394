import { t } from '@lingui/core/macro'
import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconKeyboard, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { orpc } from './client.ts'
import { HealthButton } from './health/health-button.tsx'
import iconUrl from './icon.svg'
import { JobsIndicator } from './jobs-indicator.tsx'
import classes from './rail.module.css'
import { modKey } from './shortcuts.ts'
import { firstView, viewsFor } from './profile/may-see.ts'
import { useMay } from './profile/use-may.ts'
import { WhoMenu } from './profile/who-menu.tsx'
import { UpdateReady } from './update-ready.tsx'

/** The rail on the left: the views, what is running, what is missing, search, help and the light. */
export function Rail({
  onHelp,
  isHealthOpen,
  onHealth,
}: {
  onHelp: () => void
  isHealthOpen: boolean
  onHealth: (isOpen: boolean) => void
}) {
  const here = useQuery(orpc.profiles.me.queryOptions()).data
  const mayLook = useMay()('workspace')
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  const schemeLabel = isDark ? t`Switch to light` : t`Switch to dark`
  return (
    <nav className={classes.rail} aria-label={t`Views`}>
      <Link to={firstView(here)} className={classes.brand} aria-label={t`Debrief: go to the start`}>
        <img src={iconUrl} alt="" width={32} height={32} />
      </Link>
      <ul className={classes.views}>
        {viewsFor(here).map(({ to, label, icon: Picture }) => (
          <li key={to}>
            <Link to={to} className={classes.view} activeProps={{ 'aria-current': 'page' }}>
              <Picture size={22} stroke={1.6} aria-hidden />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <WhoMenu className={classes.tool} />
        {mayLook && <UpdateReady className={classes.tool} />}
        {mayLook && (
          <>
            <JobsIndicator />
            <HealthButton isOpen={isHealthOpen} onChange={onHealth} />
          </>
        )}
        <Tooltip label={t`Search and commands (${modKey} K)`} position="right">
          <ActionIcon
            className={classes.tool}
            size="lg"
            aria-label={t`Search and commands`}
            onClick={spotlight.open}
          >
            <IconSearch size={19} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t`Keyboard shortcuts (?)`} position="right">
          <ActionIcon className={classes.tool} size="lg" aria-label={t`Keyboard shortcuts`} onClick={onHelp}>
            <IconKeyboard size={19} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={schemeLabel} position="right">
          <ActionIcon
            className={classes.tool}
            size="lg"
            aria-label={schemeLabel}
            onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
          >
            {isDark ? (
              <IconSun size={19} stroke={1.6} aria-hidden />
            ) : (
              <IconMoon size={19} stroke={1.6} aria-hidden />
            )}
          </ActionIcon>
        </Tooltip>
      </div>
    </nav>
  )
}

import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, ScrollArea, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight, IconShieldCheck } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import type { DataHealth } from '../../../shared/contract/health.ts'
import { formatDay, withLocalDays } from '../../ui/dates.ts'
import { TextLink } from '../../ui/link.tsx'
import { healthGroups, subjectOf } from './health-groups.ts'
import { HealthLine } from './health-line.tsx'
import classes from './health.module.css'
import { useSettingAside } from './use-setting-aside.ts'

/** What is missing in the data and for whom, by how grave it is; what concerns the page at hand first. */
export function HealthPanel({
  health,
  canWrite,
  onClose,
}: {
  health: DataHealth
  canWrite: boolean
  onClose: () => void
}) {
  const { pathname, search } = useLocation()
  const [isAsideShown, aside] = useDisclosure(false)
  const toggle = useSettingAside()
  const groups = healthGroups(health.findings, subjectOf(pathname, search))
  const setAside = health.findings.filter(({ isSetAside }) => isSetAside)
  const line = { canWrite, onGo: onClose, onToggle: toggle }
  return (
    <>
      <header className={classes.head}>
        <Title order={2} size="h2" tabIndex={-1} data-autofocus className={classes.heading}>
          <Trans>Data health</Trans>
        </Title>
        <Text size="sm" c="dimmed">
          {withLocalDays(health.sentence)}
        </Text>
      </header>
      <ScrollArea.Autosize
        mah="min(66vh, 640px)"
        type="auto"
        offsetScrollbars="y"
        viewportProps={{ tabIndex: -1 }}
      >
        {groups.length === 0 && (
          <div className={classes.well}>
            <IconShieldCheck size={26} stroke={1.5} aria-hidden />
            <p>
              {health.newestDay === null ? (
                <TextLink to="/data" search={{ tab: 'import' }} onClick={onClose} underline="always">
                  <Trans>Import the first files</Trans>
                </TextLink>
              ) : (
                <>
                  <Trans>Nothing is missing. Newest data: {formatDay(health.newestDay)}.</Trans>
                </>
              )}
            </p>
          </div>
        )}
        {groups.map(({ id, title, findings }) => (
          <section key={id} className={classes.group} aria-label={title}>
            <h3 className={classes.title}>
              {title} <span className={classes.count}>{findings.length}</span>
            </h3>
            <ul className={classes.list}>
              {findings.map((finding) => (
                <HealthLine key={finding.id} finding={finding} {...line} />
              ))}
            </ul>
          </section>
        ))}
        {setAside.length > 0 && (
          <section className={classes.group} aria-label={t`Set aside`}>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-expanded={isAsideShown}
              leftSection={
                isAsideShown ? (
                  <IconChevronDown size={14} aria-hidden />
                ) : (
                  <IconChevronRight size={14} aria-hidden />
                )
              }
              onClick={aside.toggle}
            >
              <Trans>
                <Plural value={setAside.length} one="# finding" other="# findings" /> set aside
              </Trans>
            </Button>
            {isAsideShown && (
              <ul className={classes.list}>
                {setAside.map((finding) => (
                  <HealthLine key={finding.id} finding={finding} {...line} />
                ))}
              </ul>
            )}
          </section>
        )}
      </ScrollArea.Autosize>
      <footer className={classes.foot}>
        <TextLink to="/data" search={{ tab: 'freshness' }} onClick={onClose} size="sm" underline="always">
          <Trans>All data by kind and day</Trans>
        </TextLink>
      </footer>
    </>
  )
}

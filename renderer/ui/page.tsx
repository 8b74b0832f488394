import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page.module.css'

/** The frame of a page beside the rail: a heading with one line of purpose, actions on the right, the content scrolling below. */
export function Page({
  title,
  purpose,
  actions,
  children,
}: {
  title: string
  purpose?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <main className={classes.page}>
      <header className={classes.header}>
        <Group justify="space-between" align="flex-end" gap="md">
          <Stack gap={2}>
            <Title order={1}>{title}</Title>
            {purpose && <Text c="dimmed">{purpose}</Text>}
          </Stack>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
      </header>
      <div className={classes.content}>{children}</div>
    </main>
  )
}

/** A white card with a heading, an optional line of explanation and actions. */
export function Section({
  title,
  note,
  actions,
  children,
  id,
  order = 2,
}: {
  title: string
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  id?: string
  order?: 2 | 3
}) {
  return (
    <section className={classes.section} id={id} aria-label={title}>
      <Group justify="space-between" align="baseline" gap="sm" className={classes.sectionHead}>
        <Group gap="xs" align="baseline">
          <Title order={order} size="h2">
            {title}
          </Title>
          {note && (
            <Text size="sm" c="dimmed" component="div">
              {note}
            </Text>
          )}
        </Group>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </section>
  )
}

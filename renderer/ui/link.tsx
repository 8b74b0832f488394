import { Anchor, Button } from '@mantine/core'
import { createLink } from '@tanstack/react-router'

/** A text link to a place of the app, typed by its address. */
export const TextLink = createLink(Anchor<'a'>)

/** A button that leads to a place of the app. */
export const ButtonLink = createLink(Button<'a'>)

import { t } from '@lingui/core/macro'
import {
  IconChartDots3,
  IconChecklist,
  IconDatabase,
  IconMessages,
  IconNotebook,
  IconSettings,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'

/** The views of the rail, in order; `key` follows `g` as a keyboard shortcut. */
export const views: {
  to: '/mine' | '/coaching' | '/conversations' | '/quality' | '/patterns' | '/data' | '/settings'
  label: string
  icon: Icon
  key: string
}[] = [
  { to: '/mine', label: t`My sessions`, icon: IconNotebook, key: 'm' },
  { to: '/coaching', label: t`Coaching`, icon: IconUsersGroup, key: 'c' },
  { to: '/conversations', label: t`Conversations`, icon: IconMessages, key: 'v' },
  { to: '/quality', label: t`Quality`, icon: IconChecklist, key: 'q' },
  { to: '/patterns', label: t`Patterns`, icon: IconChartDots3, key: 'p' },
  { to: '/data', label: t`Data`, icon: IconDatabase, key: 'd' },
  { to: '/settings', label: t`Settings`, icon: IconSettings, key: 's' },
]

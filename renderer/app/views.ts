import {
  IconChartDots3,
  IconChecklist,
  IconDatabase,
  IconMessages,
  IconSettings,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'

/** The views of the rail, in order; `key` follows `g` as a keyboard shortcut. */
export const views: {
  to: '/coaching' | '/conversations' | '/quality' | '/patterns' | '/data' | '/settings'
  label: string
  icon: Icon
  key: string
}[] = [
  { to: '/coaching', label: 'Coaching', icon: IconUsersGroup, key: 'c' },
  { to: '/conversations', label: 'Conversations', icon: IconMessages, key: 'v' },
  { to: '/quality', label: 'Quality', icon: IconChecklist, key: 'q' },
  { to: '/patterns', label: 'Patterns', icon: IconChartDots3, key: 'p' },
  { to: '/data', label: 'Data', icon: IconDatabase, key: 'd' },
  { to: '/settings', label: 'Settings', icon: IconSettings, key: 's' },
]

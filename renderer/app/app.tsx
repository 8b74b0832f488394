import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Gate } from './lock/gate.tsx'
import { queryClient } from './query-client.ts'
import { router } from './router.ts'
import { cssVariables, theme } from './theme.ts'

/** Everything the pages stand on: theme, server data, dialogs, notifications, places. */
export function App() {
  return (
    <I18nProvider i18n={i18n}>
      {/* which way the page is written stands on its root; what opens, slides and is charted goes by it */}
      <DirectionProvider>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <QueryClientProvider client={queryClient}>
            <ModalsProvider>
              <Notifications position="bottom-right" limit={4} />
              <Gate>
                <RouterProvider router={router} />
              </Gate>
            </ModalsProvider>
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </I18nProvider>
  )
}

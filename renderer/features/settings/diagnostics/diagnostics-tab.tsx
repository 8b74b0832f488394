import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileText, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { useMay } from '../../../app/profile/use-may.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { BundleDialog } from './bundle-dialog.tsx'
import { CallTable } from './call-table.tsx'
import { CountTable } from './count-table.tsx'
import { ProgramFacts } from './program-facts.tsx'
import { Troubles } from './troubles.tsx'
import { useRemoveCrashes } from './use-remove-crashes.tsx'

/** How Debrief itself does, and a bundle of it to read before it is passed on. */
export function DiagnosticsTab() {
  const query = useQuery(orpc.diagnostics.get.queryOptions())
  const may = useMay()
  const { removing, isRemovingAll, removeOne, askForAll } = useRemoveCrashes()
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <QueryView query={query} what={t`the diagnostics`}>
      {(found) => (
        <>
          <Section
            title={t`This Debrief`}
            note={t`nothing here is sent anywhere`}
            actions={
              <Button size="sm" leftSection={<IconFileText size={16} aria-hidden />} onClick={open}>
                <Trans>Make a bundle</Trans>
              </Button>
            }
          >
            <ProgramFacts found={found} />
          </Section>
          <Section
            title={t`What went wrong lately`}
            note={t`newest first`}
            actions={
              may('settings') &&
              !found.isReadOnly &&
              found.crashes.length > 0 && (
                <Button
                  size="sm"
                  variant="default"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  loading={isRemovingAll}
                  onClick={() => askForAll(found.crashes.length)}
                >
                  <Trans>Remove all crash reports</Trans>
                </Button>
              )
            }
          >
            <Troubles
              found={found}
              removing={removing}
              onRemove={may('settings') && !found.isReadOnly ? removeOne : null}
            />
          </Section>
          <Section title={t`Slow calls`} note={t`since Debrief was opened, slowest first`}>
            <CallTable calls={found.calls} />
          </Section>
          <Section title={t`Rows in each table`}>
            <CountTable tables={found.tables} />
          </Section>
          {isOpen && <BundleDialog onClose={close} />}
        </>
      )}
    </QueryView>
  )
}

import { Trans as LinguiTrans, type TransProps } from '@lingui/react'
import type { ReactNode } from 'react'

/**
 * What `<Trans>` becomes (lingui.config.ts). Lingui looks for elements in a message after its values were put in, so that `<0>` in somebody's name
 * would be taken for one; a text that may hold such a sign is handed over as an element of its own, which is only shown.
 */
export function Trans({ values, ...rest }: TransProps): ReactNode {
  return <LinguiTrans {...rest} {...(values && { values: withoutElements(values) })} />
}

function withoutElements(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.includes('<') ? <>{value}</> : value,
    ]),
  )
}

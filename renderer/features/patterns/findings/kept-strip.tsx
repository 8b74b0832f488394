import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { IconAffiliate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import classes from '../patterns.module.css'

const MOST_SHOWN = 4

/** Findings that are kept and not closed, of one driver or of all, above the figures they speak of. */
export function KeptStrip({ driverId }: { driverId?: string }) {
  const { data } = useQuery(
    orpc.systemic.list.queryOptions({ input: driverId === undefined ? {} : { driverId } }),
  )
  const open = (data ?? []).filter(({ status }) => status === 'open' || status === 'doing')
  if (open.length === 0) return null
  return (
    <nav className={classes.strip} aria-label={t`Open findings`}>
      <IconAffiliate size={18} stroke={1.7} aria-hidden />
      <strong>
        <Plural value={open.length} one="# open finding" other="# open findings" />
      </strong>
      <ul>
        {open.slice(0, MOST_SHOWN).map(({ id, title, owner, isOverdue }) => (
          <li key={id}>
            <TextLink to="/patterns/findings/$findingId" params={{ findingId: id }}>
              {title}
            </TextLink>
            {[owner === '' ? t`nobody owns it` : owner, ...(isOverdue ? [t`overdue`] : [])].map((word) => (
              <span key={word}> · {word}</span>
            ))}
          </li>
        ))}
      </ul>
      {open.length > MOST_SHOWN && (
        <TextLink to="/patterns" search={{ view: 'findings' }}>
          <Trans>all</Trans>
        </TextLink>
      )}
    </nav>
  )
}

import { Trans } from '@lingui/react/macro'
import { IconInfoCircle } from '@tabler/icons-react'
import { TextLink } from './link.tsx'
import classes from './page.module.css'

/** Why nobody stands before anybody else here, where one would look for an order. */
export function RankingOff() {
  return (
    <p className={classes.rankingOff}>
      <IconInfoCircle size={15} stroke={1.7} aria-hidden />
      <span>
        <Trans>
          <TextLink to="/settings" search={{ tab: 'policy' }} inherit underline="always">
            The policy
          </TextLink>{' '}
          keeps ranking of people off: they stand by name, and nothing is proposed.
        </Trans>
      </span>
    </p>
  )
}

import { plural, t } from '#speech'
import type { DataHealth } from '../../shared/contract/health.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { EngineContext } from '../context.ts'
import { assessedHealth } from './cache.ts'
import { readSetAside } from './set-aside.ts'

/** Everything that is missing, the gravest first, with what was set aside marked. */
export function healthReport(context: Pick<EngineContext, 'read'>): DataHealth {
  const { scene, found, coverage } = assessedHealth(context)
  const aside = readSetAside(context.read)
  const findings = found.map((one) => ({ ...one, isSetAside: aside.get(one.id) === one.state }))
  const open = findings.filter(({ isSetAside, severity }) => !isSetAside && severity !== 'note').length
  const newest = scene === null ? null : dayOfNumber(scene.to)
  return {
    newestDay: newest,
    window:
      scene === null
        ? null
        : { from: dayOfNumber(scene.to - scene.windowDays + 1), to: dayOfNumber(scene.to) },
    findings,
    evaluations: coverage,
    sentence:
      newest === null
        ? t`There is no data yet.`
        : open === 0
          ? t`Everything that was expected is here; the newest data is of ${{ newest }}.`
          : t`${plural({ open }, { one: '# thing is', other: '# things are' })} missing or not settled; the newest data is of ${{ newest }}.`,
  }
}

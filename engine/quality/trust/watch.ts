import {
  designCusum,
  observe,
  quietCusum,
  type CusumDesign,
  type CusumState,
} from '../../statistics/index.ts'
import { isAgreement, type CountedAnswer } from './double-scored.ts'

const MISSED_FAILS = { inControlShare: 0.3, outOfControlShare: 0.5 }

export type WatchedError = 'disagreement' | 'missed-fails'

/** A chart with its design and where it stands. */
export interface Watch {
  watched: WatchedError
  design: CusumDesign & { inControlRunLength: number }
  state: CusumState
  /** Since the chart last stood at 0: where the change began, if there is one (Page 1954). */
  run: { observations: number; events: number }
}

/** Limits are exact and take milliseconds; they are the same for the same shares. */
const designs = new Map<string, Watch['design']>()

function designOf(inControlShare: number, outOfControlShare: number): Watch['design'] {
  const key = `${inControlShare} ${outOfControlShare}`
  const known = designs.get(key)
  if (known !== undefined) return known
  const design = designCusum(inControlShare, outOfControlShare)
  designs.set(key, design)
  return design
}

/**
 * Disagreement against what it was at promotion (p0 at least 0.02, p1 = p0 + 0.10 and at least 0.20), missed fails 0.30 against
 * 0.50; in-control runs of 500.
 */
export function startWatches(disagreementAtPromotion: number): Watch[] {
  const inControl = Math.max(0.02, disagreementAtPromotion)
  const start = { state: quietCusum, run: { observations: 0, events: 0 } }
  return [
    { watched: 'disagreement', design: designOf(inControl, Math.max(0.2, inControl + 0.1)), ...start },
    {
      watched: 'missed-fails',
      design: designOf(MISSED_FAILS.inControlShare, MISSED_FAILS.outOfControlShare),
      ...start,
    },
  ]
}

/** The watches after one more uniformly drawn blind answer; the second one moves only where the person failed the question. */
export function watchAnswer(watches: readonly Watch[], answer: CountedAnswer): Watch[] {
  return watches.map((watch) => {
    if (watch.watched === 'missed-fails' && !answer.human.isFail) return watch
    const isEvent = watch.watched === 'disagreement' ? !isAgreement(answer) : !answer.automated.isFail
    const state = observe(watch.state, isEvent, watch.design)
    const { observations, events } = watch.run
    const run =
      state.value === 0
        ? { observations: 0, events: 0 }
        : { observations: observations + 1, events: events + Number(isEvent) }
    return { ...watch, state, run }
  })
}

export { addedBy, groupMeansOf, withoutGroupMeans, type AddedBy } from './added-by.ts'
export { agreementOf } from './agreement/agreement.ts'
export { ratingsTable, type Answer, type RatingsTable } from './agreement/ratings-table.ts'
export {
  confusionOf,
  marginalDifference,
  meanDifference,
  prevalenceOf,
  recallOnFails,
  type RaterPair,
} from './agreement/two-raters.ts'
export type {
  Agreement,
  AgreementOptions,
  Coefficient,
  DistanceWeights,
  MeasurementScale,
} from './agreement/types.ts'
export { benjaminiHochberg } from './benjamini-hochberg.ts'
export { peerGroups, type AgentVolume } from './case-mix/peer-groups.ts'
export { standardise, type Standardised, type StratumSums } from './case-mix/standardise.ts'
export { compareRates, type ComparedRate, type Trial } from './compare-rates.ts'
export { observationsToSeeHalf } from './detectable-change.ts'
export { durationPosterior } from './duration-posterior.ts'
export { chooseControls, type ChosenControls, type ControlCandidate } from './effects/choose-controls.ts'
export { expectedChange, type ExpectedChange } from './effects/expected-change.ts'
export { expectedLevels, type ExpectedLevels } from './effects/expected-levels.ts'
export { matchedComparison, type MatchedComparison } from './effects/matched-comparison.ts'
export { programmeMean, type ProgrammeMean } from './effects/programme.ts'
export {
  contactsStillNeeded,
  effectVerdict,
  expectedBounce,
  LOOK_DAYS,
  minimumDetectableEffect,
  VERDICT_DAY,
} from './effects/verdict.ts'
export { drawOrder, waitingListEffect, type WaitingListEffect } from './effects/waiting-list.ts'
export { empiricalQuantile } from './empirical-quantile.ts'
export { durationFromLog, logFromDuration } from './log-durations.ts'
export { shrinkMeans } from './mean-shrinkage.ts'
export {
  momentsOf,
  pooledWithinVariance,
  ratioMoments,
  type Moments,
  type RatioSums,
  type Sums,
} from './moments.ts'
export { normalCdf, normalQuantile } from './normal.ts'
export { changePoints, type ChangePoint } from './patterns/change-points.ts'
export { decisionGrid, type GridPlace, type GridVerdict, type Interval } from './patterns/decision-grid.ts'
export { funnel, type Funnel, type FunnelLimits } from './patterns/funnel.ts'
export type { VarianceCell, VarianceDesign } from './patterns/variance-design.ts'
export { varianceShares, type VarianceShare, type VarianceShares } from './patterns/variance-shares.ts'
export { pauleMandelVariance, type NoisyValue } from './paule-mandel.ts'
export { FEWEST_PEERS_FOR_A_PRIOR, type PeerFit } from './peer-fit.ts'
export { bisect, centralInterval, expectedExcess, type Posterior } from './posterior.ts'
export { binomialAtMost } from './quality/binomial-at-most.ts'
export { observe, quietCusum, type CusumDesign, type CusumState } from './quality/bernoulli-cusum.ts'
export { correctedRate, type CorrectedRate, type MeasuredShare } from './quality/corrected-rate.ts'
export { designCusum, runLength } from './quality/cusum-run-length.ts'
export { drawAtRandom, probabilitiesAtRandom } from './quality/draw-at-random.ts'
export { drawByRisk, probabilitiesByRisk } from './quality/draw-by-risk.ts'
export { designGain } from './quality/design-gain.ts'
export { effectiveSums, hajekVariance } from './quality/effective-sums.ts'
export { inclusionProbability } from './quality/inclusion-probability.ts'
export { leniencyDrift, type DatedScore, type LeniencyDrift } from './quality/leniency-drift.ts'
export { LOOKS, promotionGate, type GateCriterion, type PromotionGate } from './quality/promotion-gate.ts'
export type { ReviewerScore } from './quality/reviewer-links.ts'
export {
  agentLevels,
  reviewerSeverity,
  type AgentLevel,
  type ReviewerEffect,
  type SeverityEstimate,
} from './quality/reviewer-severity.ts'
export { weightedMean, type WeightedMean, type WeightedPick } from './quality/weighted-mean.ts'
export { chanceOfAtMost, dispersionOf } from './rhythm/counts-of-nothing.ts'
export { ordinaryWait, silenceAtEnd, type Silence } from './rhythm/rhythm.ts'
export { thinDays, type ThinDay } from './rhythm/thin-days.ts'
export { tauPosterior } from './tau-posterior.ts'
export { shrinkShares } from './share-shrinkage.ts'
export { seededRandom } from './seeded-random.ts'
export { studentTCdf, studentTQuantile } from './student-t.ts'
export { wilsonInterval } from './wilson-interval.ts'
export { xmrChart, type XmrChart } from './xmr-chart.ts'
export type { AgentMeans } from './weights/between-agents.ts'
export {
  estimateWeights,
  questionPrior,
  type WeighedDriver,
  type WeightEstimate,
  type WeightInput,
} from './weights/estimate-weights.ts'
export { addContact, emptyPairedSums, mergePairedSums, type PairedSums } from './weights/paired-sums.ts'
export { panelWeight, type AgentWeek } from './weights/panel-weight.ts'
export type { WeightCell } from './weights/within-products.ts'

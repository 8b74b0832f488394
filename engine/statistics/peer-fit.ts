import type { Posterior } from './posterior.ts'

/**
 * What a group of peers taught: one posterior per member in the order given, and the group's own figures.
 * `reliability` is 1 - B, the weight an agent's own figure gets against the peers' mean.
 */
export interface PeerFit {
  basis: 'nonparametric' | 'hierarchical' | 'wide-default'
  posteriors: Posterior[]
  reliabilities: number[]
  peerMean: number
  /** Paule-Mandel; reported, never plugged in. */
  betweenAgentSd: number
}

/**
 * Under this many agents a group says too little about its own spread: a wide default prior stands in, and is
 * named.
 */
export const FEWEST_PEERS_FOR_A_PRIOR = 5

/** From this many agents on, the shape of the prior is learnt from the people. */
export const FEWEST_PEERS_FOR_A_FREE_PRIOR = 20

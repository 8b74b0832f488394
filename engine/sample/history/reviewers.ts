import type { FormQuestion } from '../quality-form.ts'

/** Somebody who scores, with how they err. Shares are of answers, 0..1. */
export interface Reviewer {
  name: string
  /** Misses that are heard as met, and what was met heard as missed. */
  overheard: number
  missed: number
  /** A question this person passes more lightly than the form means it, and how often. */
  lenientOn: FormQuestion['id'] | null
  lenience: number
  /** Since when, in days before the end, an offer of help that leaves no time to answer is none to this person. */
  strictOnOffersSince: number
  /** Median time one review takes, in seconds. */
  secondsPerReview: number
}

/** The two who score in Debrief. The evaluations of the exports are by others. */
export const REVIEWERS: readonly [Reviewer, Reviewer] = [
  {
    name: 'Marit Oyelaran',
    overheard: 0.02,
    missed: 0.015,
    lenientOn: null,
    lenience: 0,
    strictOnOffersSince: 9,
    secondsPerReview: 520,
  },
  {
    name: 'Gareth Penhallow',
    overheard: 0.03,
    missed: 0.02,
    lenientOn: 'empathy',
    lenience: 0.45,
    strictOnOffersSince: 8,
    secondsPerReview: 410,
  },
]

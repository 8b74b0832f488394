import { addNoise, addVoice, silence, throughMuLaw } from './spoken-sound.ts'
import type { SaidSpan } from './spoken-sound.ts'

/**
 * A minute in which it is known who speaks when, 57 s from the first word to the last: silences of 4 s (from 23.5 s) and
 * 4.5 s (from 30 s),
 * overlaps of 1.5 s (from 18.5 s, the customer interrupts; from 38 s, the agent does) and a listener's sign of 0.5 s.
 */
export const agentSays: readonly SaidSpan[] = [
  { startMs: 1000, endMs: 6000 },
  { startMs: 12_000, endMs: 20_000 },
  { startMs: 27_500, endMs: 30_000 },
  { startMs: 38_000, endMs: 50_000 },
]
export const customerSays: readonly SaidSpan[] = [
  { startMs: 6500, endMs: 11_000 },
  { startMs: 18_500, endMs: 23_500 },
  { startMs: 34_500, endMs: 39_500 },
  { startMs: 44_000, endMs: 44_500 },
  { startMs: 50_500, endMs: 58_000 },
]

/** That minute as sound: agent, customer. Voices at about -20 dBFS over line noise. */
export function twoSidedCall(options: {
  sampleRate: number
  noiseDbfs: number
  isMuLaw?: boolean
  seed?: number
}): [Float32Array, Float32Array] {
  const { sampleRate, noiseDbfs, isMuLaw = false, seed = 1 } = options
  const agent = silence(60_000, sampleRate)
  const customer = silence(60_000, sampleRate)
  addVoice(agent, sampleRate, agentSays, { pitchHz: 115, seed })
  addVoice(customer, sampleRate, customerSays, { pitchHz: 205, seed: seed + 1 })
  addNoise(agent, noiseDbfs, seed + 2)
  addNoise(customer, noiseDbfs, seed + 3)
  if (isMuLaw) for (const side of [agent, customer]) throughMuLaw(side)
  return [agent, customer]
}

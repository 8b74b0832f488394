/** A streaming resampler for one channel; feed blocks of any size, then flush once. */
export interface Resampler {
  push(block: Float32Array): Float32Array
  flush(): Float32Array
}

/** Zero crossings of the sinc on each side. 32 leave a pass band up to 0.42 of the lower rate: telephone speech passes whole. */
const crossings = 32
/** Kaiser's shape for a stop band of about 75 dB. */
const kaiserBeta = 7.5
/** With more phases than that, coefficients are interpolated between neighbours. */
const mostPhases = 1024

/**
 * A polyphase FIR: a sinc windowed after Kaiser, its cut-off so placed that the stop band begins at half the lower of both rates.
 * Time is kept: output sample n lies at n·from/to of the input, and n samples become ceil(n·to/from). Pushing in pieces gives exactly what
 * pushing at once gives. (Crochiere and Rabiner, Multirate Digital Signal Processing, 1983; Kaiser's formula for the window.)
 * Throws RangeError for a rate that is no positive integer.
 */
export function createResampler(fromHz: number, toHz: number): Resampler {
  if (![fromHz, toHz].every((rate) => Number.isInteger(rate) && rate > 0))
    throw new RangeError(`Cannot resample from ${fromHz} to ${toHz} Hz.`)
  if (fromHz === toHz) return { push: (block) => block.slice(), flush: () => new Float32Array(0) }
  const divisor = greatestCommonDivisor(fromHz, toHz)
  return polyphase(fromHz / divisor, toHz / divisor)
}

/** `step` input samples for every `phases` output samples. */
function polyphase(step: number, phases: number): Resampler {
  const stretch = Math.max(1, step / phases)
  const half = 2 * Math.ceil((crossings * stretch) / 2)
  const taps = 2 * half
  const tablePhases = Math.min(phases, mostPhases)
  const table = coefficients(tablePhases, taps, stretch)
  // history begins with the silence before the first sample, as the filter looks `half` back and ahead
  let history: Float64Array = new Float64Array(half - 1)
  let received = 0
  let produced = 0
  /** Where the filter of the next output sample begins in `history`, and its phase in 1/phases of an input sample. */
  let start = 0
  let phase = 0

  const produce = (most: number): Float32Array => {
    const possible = Math.max(0, Math.floor(((history.length - taps - start) * phases - phase) / step) + 1)
    const count = Math.min(most, possible)
    const output = new Float32Array(count)
    for (let index = 0; index < count; index++) {
      const position = tablePhases === phases ? phase : (phase / phases) * tablePhases
      output[index] = filtered(history, start, position, table, taps)
      phase += step
      const whole = Math.floor(phase / phases)
      start += whole
      phase -= whole * phases
    }
    produced += count
    const dropped = Math.min(start, history.length)
    history = history.slice(dropped)
    start -= dropped
    return output
  }

  return {
    push(block) {
      received += block.length
      history = joined(history, block)
      return produce(Infinity)
    },
    flush() {
      const left = Math.ceil((received * phases) / step) - produced
      history = joined(history, new Float32Array(taps + Math.ceil(step / phases) * 2))
      return produce(Math.max(0, left))
    },
  }
}

function filtered(
  input: Float64Array,
  start: number,
  position: number,
  table: Float64Array,
  taps: number,
): number {
  const row = Math.floor(position)
  const weight = position - row
  const first = dot(input, start, table, row * taps, taps)
  if (weight === 0) return first
  // the table has one row more than phases, so that the last one has a neighbour, too
  return first + weight * (dot(input, start, table, (row + 1) * taps, taps) - first)
}

/** Four sums side by side: one alone would make each addition wait for the last. */
function dot(input: Float64Array, start: number, table: Float64Array, at: number, taps: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  for (let tap = 0; tap < taps; tap += 4) {
    first += input[start + tap]! * table[at + tap]!
    second += input[start + tap + 1]! * table[at + tap + 1]!
    third += input[start + tap + 2]! * table[at + tap + 2]!
    fourth += input[start + tap + 3]! * table[at + tap + 3]!
  }
  return first + second + third + fourth
}

/** Row p filters for a place p/phases after a sample; each row sums to one, so that a constant stays what it is. */
function coefficients(phases: number, taps: number, stretch: number): Float64Array {
  const half = taps / 2
  const attenuation = kaiserBeta / 0.1102 + 8.7
  // the width of the transition in units of the lower rate, by Kaiser's formula for this many taps
  const transition = (attenuation - 7.95) / (14.36 * 2 * crossings)
  const cutOff = (1 - transition) / stretch
  const table = new Float64Array((phases + 1) * taps)
  for (let phase = 0; phase <= phases; phase++) {
    const row = Float64Array.from({ length: taps }, (_, tap) => {
      const time = tap - (half - 1) - phase / phases
      return sinc(time * cutOff) * kaiser(time / half)
    })
    const sum = row.reduce((total, value) => total + value, 0)
    for (let tap = 0; tap < taps; tap++) table[phase * taps + tap] = row[tap]! / sum
  }
  return table
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : besselI0(kaiserBeta * Math.sqrt(1 - x * x)) / besselI0(kaiserBeta)
}

/** The modified Bessel function of order zero, by its power series. */
function besselI0(x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

/** Doubles, since the filter would turn each sample into one for each of its taps. */
function joined(one: Float64Array, other: Float32Array): Float64Array {
  const both = new Float64Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}

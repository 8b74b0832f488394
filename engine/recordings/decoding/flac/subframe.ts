import type { BitReader } from './bit-reader.ts'

/** Fixed predictors by order (RFC 9639 9.2.5), the nearest sample first. */
const fixedCoefficients = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]]

/** Decodes the subframe of one channel into `samples`. False where it breaks the format. (RFC 9639 9.2) */
export function readSubframe(reader: BitReader, bitsPerSample: number, samples: Int32Array): boolean {
  if (reader.bits(1) !== 0) return false
  const type = reader.bits(6)
  const wastedBits = reader.bits(1) === 1 ? reader.unary() + 1 : 0
  const depth = bitsPerSample - wastedBits
  if (depth < 1) return false
  if (!readByType(reader, type, depth, samples)) return false
  if (wastedBits > 0)
    for (let index = 0; index < samples.length; index++) samples[index] = samples[index]! << wastedBits
  return !reader.isBeyondEnd
}

function readByType(reader: BitReader, type: number, depth: number, samples: Int32Array): boolean {
  if (type === 0) {
    samples.fill(reader.signed(depth))
    return true
  }
  if (type === 1) {
    for (let index = 0; index < samples.length; index++) samples[index] = reader.signed(depth)
    return true
  }
  if (type >= 8 && type <= 12) {
    const order = type - 8
    if (!readWarmUp(reader, order, depth, samples) || !readResidual(reader, order, samples)) return false
    predict(samples, fixedCoefficients[order]!, 0)
    return true
  }
  if (type >= 32) return readLinear(reader, type - 31, depth, samples)
  return false
}

function readLinear(reader: BitReader, order: number, depth: number, samples: Int32Array): boolean {
  if (!readWarmUp(reader, order, depth, samples)) return false
  const precision = reader.bits(4) + 1
  const shift = reader.signed(5)
  if (precision === 16 || shift < 0) return false
  const coefficients = Array.from({ length: order }, () => reader.signed(precision))
  if (!readResidual(reader, order, samples)) return false
  const sumBits = depth + precision + Math.ceil(Math.log2(order))
  if (sumBits <= 31) predict(samples, coefficients, shift)
  else predictWide(samples, coefficients, shift)
  return true
}

function readWarmUp(reader: BitReader, order: number, depth: number, samples: Int32Array): boolean {
  if (order > samples.length) return false
  for (let index = 0; index < order; index++) samples[index] = reader.signed(depth)
  return true
}

/** Rice-coded residuals in partitions, each with its parameter or as plain numbers (RFC 9639 9.2.7). */
function readResidual(reader: BitReader, order: number, samples: Int32Array): boolean {
  const method = reader.bits(2)
  if (method > 1) return false
  const parameterBits = method === 0 ? 4 : 5
  const escape = method === 0 ? 15 : 31
  const partitions = 1 << reader.bits(4)
  const length = samples.length / partitions
  if (!Number.isInteger(length) || length < order) return false
  let at = order
  for (let partition = 0; partition < partitions; partition++) {
    const count = partition === 0 ? length - order : length
    const parameter = reader.bits(parameterBits)
    if (parameter === escape) {
      const depth = reader.bits(5)
      for (let index = at; index < at + count; index++) samples[index] = plain(reader, depth)
    } else {
      reader.rice(count, parameter, samples, at)
    }
    at += count
    if (reader.isBeyondEnd) return false
  }
  return true
}

function plain(reader: BitReader, depth: number): number {
  if (depth <= 25) return reader.signed(depth)
  return reader.signed(depth - 16) * 0x10000 + reader.bits(16)
}

/** Adds the prediction to the residuals in place, in 32-bit integers. */
function predict(samples: Int32Array, coefficients: readonly number[], shift: number): void {
  const order = coefficients.length
  const weights = Int32Array.from(coefficients)
  for (let index = order; index < samples.length; index++) {
    let sum = 0
    for (let back = 0; back < order; back++)
      sum = (sum + Math.imul(weights[back]!, samples[index - 1 - back]!)) | 0
    samples[index] = samples[index]! + (sum >> shift)
  }
}

/** The same where the sum needs more than 32 bits: doubles are exact up to 53. */
function predictWide(samples: Int32Array, coefficients: readonly number[], shift: number): void {
  const order = coefficients.length
  const divisor = 2 ** shift
  for (let index = order; index < samples.length; index++) {
    let sum = 0
    for (let back = 0; back < order; back++) sum += coefficients[back]! * samples[index - 1 - back]!
    samples[index] = samples[index]! + Math.floor(sum / divisor)
  }
}

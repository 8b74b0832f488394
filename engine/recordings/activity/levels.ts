/** Frames of 10 ms, and hops of five of them, are the clock of everything here. */
export const framesPerSecond = 100
export const framesPerHop = 5
export const frameMs = 1000 / framesPerSecond

const lowestDb = -120
const stepsPerDb = 2

/** Mean power (full scale = 1) as a byte: half decibels above -120 dBFS, 0 for digital silence. */
export function levelCode(power: number): number {
  if (power <= 1e-12) return 0
  const code = Math.round((10 * Math.log10(power) - lowestDb) * stepsPerDb)
  return code < 0 ? 0 : code > 255 ? 255 : code
}

/** A coded level in dBFS. */
export function levelDb(code: number): number {
  return lowestDb + code / stepsPerDb
}

/** Decibels as steps of the code. */
export function codeSteps(decibels: number): number {
  return decibels * stepsPerDb
}

/** Mean power of each coded level. */
export const powerOfCode: Float64Array = Float64Array.from({ length: 256 }, (_, code) =>
  code === 0 ? 0 : 10 ** (levelDb(code) / 10),
)

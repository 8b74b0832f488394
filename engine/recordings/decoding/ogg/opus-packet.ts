/** Samples per frame at 48 kHz by the configuration in the first byte (RFC 6716 3.1). */
function frameSamples(first: number): number {
  const configuration = first >> 3
  if (configuration < 12) return [480, 960, 1920, 2880][configuration & 3]!
  if (configuration < 16) return configuration & 1 ? 960 : 480
  return 120 << (configuration & 3)
}

/** Samples at 48 kHz that a packet holds; null for one that is empty or claims over 120 ms. */
export function packetSamples(packet: Uint8Array): number | null {
  if (packet.length === 0) return null
  const code = packet[0]! & 3
  if (code === 3 && packet.length < 2) return null
  const frames = code === 0 ? 1 : code < 3 ? 2 : packet[1]! & 63
  const samples = frames * frameSamples(packet[0]!)
  return frames > 0 && samples <= 5760 ? samples : null
}

/** Whether the lengths in a packet of one stream add up (RFC 6716 3.2): the decoder complains loudly of one that does not. */
export function isWellFormed(packet: Uint8Array): boolean {
  if (packetSamples(packet) === null) return false
  const code = packet[0]! & 3
  const body = packet.length - 1
  if (code === 0) return body <= 1275
  if (code === 1) return body % 2 === 0 && body / 2 <= 1275
  if (code === 2) {
    const first = frameLength(packet, 1)
    if (first === null) return false
    const second = body - first.bytes - first.length
    return second >= 0 && second <= 1275
  }
  return isWellFormedSeries(packet)
}

/** Code 3: a count, padding, and either one length for all frames or each but the last with its own. */
function isWellFormedSeries(packet: Uint8Array): boolean {
  const frames = packet[1]! & 63
  const hasLengths = (packet[1]! & 0x80) !== 0
  let at = 2
  let padding = 0
  if (packet[1]! & 0x40) {
    let more: number | undefined
    do {
      more = packet[at++]
      if (more === undefined) return false
      padding += more === 255 ? 254 : more
    } while (more === 255)
  }
  if (!hasLengths) {
    const body = packet.length - at - padding
    return body >= 0 && body % frames === 0 && body / frames <= 1275
  }
  let sum = 0
  for (let frame = 0; frame < frames - 1; frame++) {
    const one = frameLength(packet, at)
    if (one === null) return false
    at += one.bytes
    sum += one.length
  }
  const last = packet.length - at - padding - sum
  return last >= 0 && last <= 1275
}

function frameLength(packet: Uint8Array, at: number): { length: number; bytes: number } | null {
  const first = packet[at]
  if (first === undefined) return null
  if (first < 252) return { length: first, bytes: 1 }
  const second = packet[at + 1]
  return second === undefined ? null : { length: second * 4 + first, bytes: 2 }
}

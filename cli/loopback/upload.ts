import { Failure } from '../errors.ts'

/** More bytes came than the door takes. */
export class TooLarge extends Failure {}

/** Passes bytes on as they come and throws once there are more than `limit`, whatever length was announced. */
export async function* bytesUpTo(
  limit: number,
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let received = 0
  for await (const piece of body) {
    received += piece.byteLength
    if (received > limit) throw new TooLarge('The file is larger than Debrief takes at once.')
    yield piece
  }
}

import {
  serverAddress as modelServerAddress,
  serverKeyName as modelServerKeyName,
} from '../../model-servers/index.ts'
import { transcribing } from '../transcription/index.ts'

/** Where a transcription server's API begins, as it is kept. `INVALID_INPUT` for what is no address of a server. */
export function serverAddress(written: string): string {
  return modelServerAddress(written, transcribing)
}

/** The name its key is kept under. */
export function serverKeyName(address: string): string {
  return modelServerKeyName(address, transcribing)
}

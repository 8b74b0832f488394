import { parentPort, workerData } from 'node:worker_threads'
import type { DebriefDocument } from '../model.ts'
import { speakingIn } from '../../speaking-in.ts'
import { writePdf } from './write-pdf.ts'

// Sets the pages of one document beside the engine, which goes on answering.
const document = workerData as DebriefDocument
const pdf = await speakingIn(document.language, () => writePdf(document))
parentPort!.postMessage(new Uint8Array(pdf))

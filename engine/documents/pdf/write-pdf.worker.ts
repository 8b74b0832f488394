import { parentPort, workerData } from 'node:worker_threads'
import type { DebriefDocument } from '../model.ts'
import { writePdf } from './write-pdf.ts'

// Sets the pages of one document beside the engine, which goes on answering.
const pdf = await writePdf(workerData as DebriefDocument)
parentPort!.postMessage(new Uint8Array(pdf))

// What serves the sound of a recording stands alone, so that a process without the engine (Electron's main) can do it.
export { servePlayback, type Playback } from './recordings/playback/serve-playback.ts'

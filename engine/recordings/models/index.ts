export { checkModelFile } from './check-model-file.ts'
export { downloadSpeechModel } from './download-model.ts'
export { speechModels } from './speech-models.ts'

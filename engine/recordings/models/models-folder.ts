import { defaultWorkspaceDir } from '../../workspace/index.ts'

/** Where downloaded models lie: beside the workspaces, for all of them. `DEBRIEF_MODELS` names another folder. */
export function modelsFolder(): string {
  return process.env['DEBRIEF_MODELS'] || defaultWorkspaceDir('models')
}

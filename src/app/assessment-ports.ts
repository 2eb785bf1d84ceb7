import { loadGuidance, openingPack } from '../guidance/index.ts'
import { randomId } from '../storage/random-id.ts'
import type { OpenVault } from '../storage/vault-port.ts'
import type { AssessmentPorts } from './open-assessment.ts'
import { persistence } from './persistence.ts'
import { localDay } from './today.ts'

/** What an open assessment needs, from an opened vault and the browser's clock. */
export function assessmentPorts(vault: OpenVault): AssessmentPorts {
  const { id, name, role, agency, device } = vault.profile
  return {
    store: vault.store,
    author: { id, name, role, agency },
    device,
    opening: openingPack,
    whole: loadGuidance(),
    newId: randomId,
    now: () => new Date().toISOString(),
    today: localDay,
    onSaved: persistence.ask,
  }
}

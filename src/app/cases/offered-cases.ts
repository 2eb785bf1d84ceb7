import { inventedAssessment } from '../../domain/invented.ts'
import { packV1 } from '../../guidance/whole.ts'
import { randomId } from '../../storage/random-id.ts'
import type { OpenVault } from '../../storage/vault-port.ts'
import type { OfferedCase } from '../../ui/home/cases-screen.tsx'
import { localDay } from '../today.ts'
import { caseEntries } from './case-entries.ts'
import { workedCases } from './worked/all.ts'

export const offeredCases: readonly OfferedCase[] = workedCases.map(({ case: c }) => ({
  id: c.id,
  title: c.title ?? c.id,
  story: c.story ?? '',
}))

/** Keeps an invented case as an assessment of this practitioner; null when it could not be saved. */
export async function keepCase(id: string, vault: OpenVault): Promise<string | null> {
  const found = workedCases.find((w) => w.case.id === id)
  if (!found) return null
  const assessment = inventedAssessment(randomId())
  const { id: author, name, role, agency, device } = vault.profile
  const first = await vault.store.nextDeviceSeq()
  if (!first.ok) return null
  const { entries } = caseEntries(found.case, packV1, {
    assessment,
    author: { id: author, name, role, agency },
    device,
    today: localDay(),
    newId: randomId,
    firstSeq: first.seq,
  })
  // The numbers that the case has used are taken, one by one, before it is kept.
  for (let n = 1; n < entries.length; n++) {
    const next = await vault.store.nextDeviceSeq()
    if (!next.ok) return null
  }
  const kept = await vault.store.append(entries)
  return kept.ok ? assessment : null
}

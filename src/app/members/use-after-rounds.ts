import { useCallback, useEffect, useState } from 'react'
import type { PersonBody } from '../../sync/sharing-api.ts'
import { useSyncView } from '../account/use-account.ts'
import type { Syncing } from '../sync/syncing.ts'

/** What the server tells after each round with it; without an answer what was told last stays. `again` asks at once. */
export function useAfterRounds<T>(
  syncing: Syncing,
  ask: () => Promise<readonly T[] | null>,
): [told: readonly T[], again: () => Promise<void>] {
  const { is } = useSyncView(syncing)
  const [told, setTold] = useState<readonly T[]>([])
  const again = useCallback(async () => {
    const found = await ask()
    if (found) setTold(found)
  }, [ask])
  useEffect(() => {
    if (is === 'waiting') void again()
  }, [is, again])
  return [told, again]
}

/** Name, role and agency; the id alone of somebody whose account is gone. */
export function personInWords(people: readonly PersonBody[], id: string): string {
  const person = people.find((p) => p.id === id)
  return person ? `${person.name}, ${person.role}, ${person.agency.name}` : id
}

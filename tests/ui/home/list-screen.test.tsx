import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { type ListedAssessment, ListScreen } from '../../../src/ui/home/list-screen.tsx'
import { hands } from '../harness/a-person.ts'

const listed = (over: Partial<ListedAssessment>): ListedAssessment => ({
  id: 'a1',
  name: '',
  entries: 0,
  drafts: 0,
  unreadable: 0,
  sealed: 0,
  newest: null,
  ...over,
})

it('an assessment of which everything is closed is listed so, and opens', async () => {
  const onOpen = vi.fn()
  render(
    <ListScreen
      assessments={[
        listed({ sealed: 12 }),
        listed({ id: 'a2', name: 'Kit', entries: 3, sealed: 1 }),
        listed({ id: 'a3' }),
      ]}
      update={undefined}
      onOpen={onOpen}
      onStart={async () => true}
      onCases={() => undefined}
    />,
  )
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Closed until this device has reached your service12 closed',
    'Kit3 answers recorded, 1 closed',
    'No names recorded yet0 answers recorded',
  ])
  await hands().click(screen.getByRole('button', { name: /^Closed until/ }))
  expect(onOpen.mock.calls).toEqual([['a1']])
})

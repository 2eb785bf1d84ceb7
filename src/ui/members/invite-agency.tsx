import { useState } from 'react'
import { Radios } from '../controls/choices.tsx'
import { ErrorSummary } from '../controls/error-summary.tsx'
import { agencyWords as words } from './agency-words.ts'
import { GroundsForm } from './grounds-form.tsx'
import type { InvitedAgency, MembersPorts, NamedAgency } from './members-ports.ts'
import { useInviting } from './use-inviting.ts'
import { membersWords } from './words.ts'

interface InviteAgencyProps {
  invited: readonly InvitedAgency[]
  ports: Pick<MembersPorts, 'agencies' | 'inviteAgency'>
}

/** Where it is not known who will come: an agency is asked, and one of its people takes the record up by name. */
export function InviteAgency({ invited, ports }: InviteAgencyProps) {
  const [agencies, setAgencies] = useState<readonly NamedAgency[]>()
  const [chosen, setChosen] = useState('')
  const { state, problems, attempt, become, fail } = useInviting()
  const ask = async () => {
    become('asking')
    const found = await ports.agencies()
    if (!found.ok) return fail([{ field: 'choose-agency', text: membersWords.problems[found.problem] }])
    become()
    setAgencies(found.agencies)
  }
  const close = (next?: 'invited') => {
    setAgencies(undefined)
    setChosen('')
    become(next)
  }
  const open = agencies?.filter(({ id }) => !invited.some((each) => each.id === id))
  const agency = open?.find(({ id }) => id === chosen)
  return (
    <section aria-labelledby="invite-agency">
      <h2 className="nhsuk-heading-m" id="invite-agency">
        {words.invite}
      </h2>
      <p>{words.inviteLead}</p>
      <ErrorSummary key={attempt} title={membersWords.problemTitle} items={problems} />
      {!open && (
        <button
          type="button"
          id="choose-agency"
          className="nhsuk-button nhsuk-button--secondary"
          disabled={state === 'asking'}
          onClick={() => void ask()}
        >
          {words.choose}
        </button>
      )}
      {open?.length === 0 && <p>{words.none}</p>}
      {open && open.length > 0 && (
        <GroundsForm
          of="agency"
          submit={agency ? membersWords.inviteDo(agency.name) : words.inviteDo}
          missing={agency ? [] : [{ field: 'which-agency', text: words.whichMissing }]}
          problems={problems}
          onProblems={fail}
          onInvite={async (grounds) =>
            agency ? ports.inviteAgency({ agency, ...grounds }) : { ok: false, problem: 'trouble' }
          }
          onInvited={() => close('invited')}
          onCancel={() => close()}
        >
          <Radios
            id="which-agency"
            label={words.which}
            error={problems.find((p) => p.field === 'which-agency')?.text}
            options={open.map(({ id, name }) => ({ id, label: name }))}
            value={chosen}
            onChange={setChosen}
          />
        </GroundsForm>
      )}
      <p role="status">
        {state === 'asking' && membersWords.reading}
        {state === 'invited' && words.invited}
      </p>
    </section>
  )
}

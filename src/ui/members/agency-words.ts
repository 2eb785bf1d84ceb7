/** Every word about agencies that are invited. */
export const agencyWords = {
  invite: 'Invite an agency',
  inviteLead:
    'When you do not know who will come. Its practitioners are told that you offer a record, and why; not whose it is. One of them takes it up by name, and sees it from then on.',
  choose: 'Choose an agency',
  none: 'Every agency at your service is invited already.',
  which: 'Which agency?',
  whichMissing: 'Choose which agency',
  inviteDo: 'Invite the agency',
  invited: 'The invitation is recorded. They are told when the server has received it.',

  title: 'Invited agencies',
  line: (name: string) => `Invited: ${name}`,
  takenUp: ([first, ...others]: readonly string[]): string =>
    first === undefined
      ? 'not taken up yet'
      : [`taken up by ${first}`, ...others.map((name) => `${name} took it up as well`)].join('. '),
  by: (name: string, since: string) => `${name} invited it. ${since}`,
  end: (name: string) => `End the invitation of ${name}`,
  endLead: 'After that nobody else there can take the record up. Whoever has taken it up stays a member.',
  endDo: 'End the invitation',
}

/** The page about signing in: who comes back from an agency's own sign-in lands here. */
export const SIGN_IN = '/service/sign-in'

/**
 * What the address of that page tells after the hash sign, which is sent to no server. `came`: `done`, or why nobody was signed
 * in; null when nobody comes back. `invitation`: the token of a link.
 */
export function readAddress(hash: string): { came: string | null; invitation: string | null } {
  const told = new URLSearchParams(hash.slice(1))
  return { came: told.get('sign-in'), invitation: told.get('invitation') }
}

export const withInvitation = (token: string): string => `${SIGN_IN}#${new URLSearchParams({ invitation: token })}`

interface Departure {
  agency: string
  device: { id: string; name: string }
  invitation: string | null
  /** True: the agency's sign-in asks who it is, even of somebody who is signed in there. */
  anew: boolean
}

/** Where the server sends the browser on to the own sign-in of an agency. */
export function departureAddress({ agency, device, invitation, anew }: Departure): string {
  const asked = new URLSearchParams({
    agency,
    device: device.id,
    deviceName: device.name,
    to: `${SIGN_IN}#sign-in=done`,
    ...(invitation !== null && { invitation }),
    ...(anew && { anew: 'yes' }),
  })
  return `/api/oidc/start?${asked}`
}

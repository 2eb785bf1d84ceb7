interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
const policy = factory?.createPolicy('sw', {
  createScriptURL(url) {
    const target = new URL(url, location.href)
    if (target.origin !== location.origin) throw new Error('Only scripts of this origin may start')
    return target.href
  },
})

/** The address of a worker, in the form that the content security policy accepts. */
export const scriptUrl = (url: string): string => (policy ? (policy.createScriptURL(url) as string) : url)

import * as z from 'zod/mini'

// Before the first schema is parsed: compiled schemas would need `eval`, which the content security policy refuses.
z.config({ jitless: true })

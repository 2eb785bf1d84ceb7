import { later } from '../later.tsx'

export const GlassPart = later(() => import('../../ui/glass/glass-parts.tsx').then((m) => m.GlassParts))

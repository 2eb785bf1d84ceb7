import { AREAS, type AreaName, EXCEPTIONS, GUIDANCE_DOORS } from './area-table.ts'
import { areaOf, packageOf, type SourceFile, targetOf } from './source-files.ts'

/** What one file does against the table, in words; nothing when it keeps to it. */
export function violationsIn({ path, text, imports }: SourceFile): string[] {
  const area = areaOf(path) as AreaName
  const rules = AREAS[area]
  if (!rules) return [`${path} stands in no area`]
  const packages = [...rules.packages, ...(EXCEPTIONS[path]?.packages ?? [])]
  return [
    ...imports.flatMap(({ from }) => {
      const target = targetOf(path, from)
      if (target === undefined) return packages.includes(packageOf(from)) ? [] : [`${path} imports the package ${from}`]
      const other = areaOf(target) as AreaName
      if (other === area) return []
      if (!rules.ours.includes(other)) return [`${path} imports ${target}`]
      return other === 'guidance' && !GUIDANCE_DOORS.some((door) => door === target)
        ? [`${path} does not take a door: ${target}`]
        : []
    }),
    ...rules.never.filter((word) => word.test(text)).map((word) => `${path} asks for ${word.source}`),
  ]
}

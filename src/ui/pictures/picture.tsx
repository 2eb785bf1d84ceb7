import type { Figure, Shape } from '../../report/pdf/blocks.ts'

/** Drawn in the units of the text, so that who enlarges the text enlarges the drawing. */
const REM = 16

/**
 * A drawing from the record, on screen as in the PDF: the same shapes, the same words for somebody who does not see it.
 * It grows with the size of text. It is never the only way to what it shows: put a table with the same information beside it.
 */
export function Picture({ figure }: { figure: Figure }) {
  return (
    <figure className="linnet-picture">
      <svg role="img" aria-label={figure.alt} viewBox={`0 0 ${figure.w} ${figure.h}`} width={`${figure.w / REM}rem`}>
        {figure.shapes.map((shape, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is made afresh as a whole; its shapes have no identity.
          <Drawn key={i} shape={shape} />
        ))}
      </svg>
      {figure.caption && <figcaption className="nhsuk-hint">{figure.caption}</figcaption>}
    </figure>
  )
}

function Drawn({ shape }: { shape: Shape }) {
  switch (shape.shape) {
    case 'rect':
      return (
        <rect x={shape.x} y={shape.y} width={shape.w} height={shape.h} rx={shape.radius ?? 0} {...paintOf(shape)} />
      )
    case 'line':
      return (
        <line
          x1={shape.x1}
          y1={shape.y1}
          x2={shape.x2}
          y2={shape.y2}
          stroke={shape.stroke}
          strokeWidth={shape.lineWidth ?? 1}
          strokeDasharray={shape.dash}
        />
      )
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.r} {...paintOf(shape)} />
    case 'poly': {
      const points = shape.points.map((p) => p.join(',')).join(' ')
      return shape.closed ? (
        <polygon points={points} {...paintOf(shape)} />
      ) : (
        <polyline points={points} {...paintOf(shape)} />
      )
    }
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fontWeight={shape.bold ? 700 : 400}
          fill={shape.fill ?? '#212b32'}
          textAnchor={shape.anchor ?? 'start'}
        >
          {shape.text}
        </text>
      )
  }
}

const paintOf = ({ fill, stroke, lineWidth }: { fill?: string; stroke?: string; lineWidth?: number }) => ({
  fill: fill ?? 'none',
  ...(stroke && { stroke, strokeWidth: lineWidth ?? 1 }),
})

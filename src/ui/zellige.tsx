/** An eight-pointed zellige star whose tips touch the edges of a 24 × 24 box. */
const STAR =
  "M12 0L15.51 3.51H20.49V8.49L24 12L20.49 15.51V20.49H15.51L12 24L8.49 20.49H3.51V15.51L0 12L3.51 8.49V3.51H8.49Z";

export function ZelligeMark({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="-12 -12 24 24" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeLinejoin="round">
        <path d={STAR} transform="translate(-11.2 -11.2) scale(0.9333)" strokeWidth="1.7" />
        <path d={STAR} transform="translate(-6 -6) scale(0.5)" fill="currentColor" stroke="none" />
      </g>
    </svg>
  );
}

/** Stars that touch at their tips; the gaps between them form crosses. `id` must be unique on the page. */
export function ZelligePattern({ id, className }: { id: string; className?: string | undefined }) {
  return (
    <svg className={className} aria-hidden="true">
      <defs>
        <pattern id={id} width="72" height="72" patternUnits="userSpaceOnUse">
          <g transform="scale(3)" fill="none" stroke="currentColor" strokeWidth="0.35">
            <path d={STAR} />
            <path d={STAR} transform="translate(6 6) scale(0.5)" strokeWidth="0.7" />
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

import { ShopLink } from "./link";

export interface Crumb {
  label: string;
  /** The language of the label where it is not the page's. */
  lang?: string | undefined;
  /** Absent on the page itself, the last one. */
  href?: string;
}

export function Breadcrumb({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <nav aria-label={label} data-breadcrumb>
      <ol data-plain>
        {items.map((item) => (
          <li key={item.href ?? "page"} lang={item.lang}>
            {item.href ? (
              <ShopLink href={item.href}>
                <bdi>{item.label}</bdi>
              </ShopLink>
            ) : (
              <span aria-current="page">
                <bdi>{item.label}</bdi>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

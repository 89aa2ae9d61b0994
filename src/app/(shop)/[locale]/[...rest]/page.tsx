import { notFound } from "next/navigation";

/** From here too: otherwise the browser takes this page's missing title for that of the 404 page. */
export function generateMetadata(): never {
  notFound();
}

/** Any address that no page answers: the 404 page with the shop around it, and its status. */
export default function UnknownPage(): never {
  notFound();
}

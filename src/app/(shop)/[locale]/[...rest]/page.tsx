import { notFound } from "next/navigation";

/** Calls notFound() here too: otherwise Next sends this page's metadata, without a title, instead of the 404 page's. */
export function generateMetadata(): never {
  notFound();
}

/** Catches every unknown address, so that the 404 page has the shop's layout and the status 404. */
export default function UnknownPage(): never {
  notFound();
}

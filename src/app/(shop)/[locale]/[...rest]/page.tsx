import { notFound } from "next/navigation";

/** Any address that no page answers: the 404 page with the shop around it, and its status. */
export default function UnknownPage(): never {
  notFound();
}

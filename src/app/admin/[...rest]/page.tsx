import { notFound } from "next/navigation";

/** An unknown address gets the admin's own page, with a nonce. */
export default function UnknownPage() {
  notFound();
}

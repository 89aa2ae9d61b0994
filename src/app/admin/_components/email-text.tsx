import { Fragment } from "react";

/** An e-mail address that breaks after "@" and dots, and never inside a word that fits. */
export function EmailText({ email }: { email: string }) {
  return (
    <bdi dir="ltr">
      {email.split(/(?<=[@.])/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that does not change.
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}

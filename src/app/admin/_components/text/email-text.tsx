import { Fragment } from "react";

/** Allows line breaks only after "@" and dots of an e-mail address. */
export function EmailText({ email }: { email: string }) {
  return (
    <bdi dir="ltr">
      {email.split(/(?<=[@.])/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a static text never reorder.
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}

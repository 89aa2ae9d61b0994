import { phoneHref } from "@/lib/input/phone-format";

interface Props {
  address: string;
  className?: string | undefined;
}

export function PhoneLink({ address, className }: Props) {
  return (
    <a href={phoneHref(address)} className={className}>
      <bdi dir="ltr">{address}</bdi>
    </a>
  );
}

/** Allows a line break after the @ only. */
export function MailLink({ address, className }: Props) {
  const [name, host] = address.split("@");
  return (
    <a href={`mailto:${address}`} className={className}>
      <bdi dir="ltr">
        {name}@<wbr />
        {host}
      </bdi>
    </a>
  );
}

import { BidiText } from "@/ui/bidi-text";

interface Props {
  text: string;
  className?: string | undefined;
}

/** Isolates the direction of user input, French or Arabic, from the text around it, and keeps the order of its digits. */
export function UserText({ text, className }: Props) {
  return (
    <bdi className={className}>
      <BidiText text={text} />
    </bdi>
  );
}

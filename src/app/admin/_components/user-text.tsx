import { BidiText } from "@/ui/bidi-text";

interface Props {
  text: string;
  className?: string | undefined;
}

/** A text that people typed, in French or Arabic: it keeps its own direction among the words around it, and its figures their order. */
export function UserText({ text, className }: Props) {
  return (
    <bdi className={className}>
      <BidiText text={text} />
    </bdi>
  );
}

import { UserText } from "@/app/admin/_components/user-text";

const QUOTED = /(?<=«\s)(.+?)(?=\s»)/gsu;

/** A sentence with what people typed between guillemets: each such name keeps its own direction. */
export function QuotedText({ text }: { text: string }) {
  return text.split(QUOTED).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that does not change.
      <UserText key={index} text={part} />
    ) : (
      part
    ),
  );
}

import { UserText } from "./user-text";

const QUOTED = /(?<=«\s)(.+?)(?=\s»)/gsu;

/** Isolates the text direction of user input quoted between guillemets in a sentence. */
export function QuotedText({ text }: { text: string }) {
  return text.split(QUOTED).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a static text never reorder.
      <UserText key={index} text={part} />
    ) : (
      part
    ),
  );
}
